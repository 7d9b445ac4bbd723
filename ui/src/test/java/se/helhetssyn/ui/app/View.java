package se.helhetssyn.ui.app;

import com.microsoft.playwright.Page;

/**
 * A page as somebody meets it.
 *
 * @param name of its pictures
 * @param user who looks; empty for somebody who has not logged in
 * @param path below the site's address
 * @param sign what is there when the page has been drawn
 */
record View(String name, String user, String path, String sign) {
  void open(String address, Page page) {
    page.navigate(address + path);
    page.waitForSelector(sign);
    Screen.settle(page);
  }

  @Override
  public String toString() {
    return name;
  }
}
