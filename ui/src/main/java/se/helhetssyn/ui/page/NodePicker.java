package se.helhetssyn.ui.page;

import static se.helhetssyn.ui.wording.Wording.text;

import com.vaadin.flow.component.combobox.ComboBox;
import se.helhetssyn.analytics.mart.OrgNode;
import se.helhetssyn.ui.organisation.OrgTree;
import se.helhetssyn.ui.period.Address;

/** Chooses an organisation node by typing a part of its name; the choice is an address. */
public final class NodePicker extends ComboBox<OrgNode> {
  /** Shows the node of the context; the address is that of the page it stands on. */
  public NodePicker(PageContext context, Address address, String parameter) {
    this(context.organisation(), context.node(), address, parameter);
    setVisible(context.account().seesEverything());
  }

  /** Shows a node, to somebody who may see every one. */
  public NodePicker(OrgTree organisation, OrgNode node, Address address, String parameter) {
    setAriaLabel(text("organisation.label"));
    setItems(organisation.nodes());
    setItemLabelGenerator(OrgNode::name);
    setValue(node);
    addValueChangeListener(change -> {
      OrgNode chosen = change.getValue();
      if (chosen != null && change.isFromClient()) {
        Address next = address.with(parameter, chosen.id());
        getUI().ifPresent(ui -> ui.navigate(next.path(), next.parameters()));
      }
    });
  }
}
