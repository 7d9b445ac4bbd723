/** The component page: everything the product is built of, in every state, for those who build. */
@NullMarked
package se.helhetssyn.ui.components;

import org.jspecify.annotations.NullMarked;
