/** What people decided in the dashboards, as the next run takes it from the store's inbox. */
@NullMarked
package se.helhetssyn.pipelines.inbox;

import org.jspecify.annotations.NullMarked;
