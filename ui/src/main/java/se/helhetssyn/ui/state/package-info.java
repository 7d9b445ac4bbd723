/** What the dashboards remember besides accounts: time and the installation's own folders. */
@NullMarked
package se.helhetssyn.ui.state;

import org.jspecify.annotations.NullMarked;
