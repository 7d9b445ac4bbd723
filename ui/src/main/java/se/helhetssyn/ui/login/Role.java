package se.helhetssyn.ui.login;

/** What somebody works with, which decides what they may see. */
public enum Role {
  /** Division management: every node. */
  DIVISION,
  /** Manager of one unit: that unit only. */
  MANAGER,
  /** Quality developer: every node. */
  QUALITY,
  /** Keeps the installation: every node. */
  ADMINISTRATOR
}
