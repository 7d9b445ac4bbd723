/** The program that serves the dashboards: command line, start-up and settings. */
@NullMarked
package se.helhetssyn.ui.app;

import org.jspecify.annotations.NullMarked;
