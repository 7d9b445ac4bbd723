package se.helhetssyn.ui.organisation;

import jakarta.annotation.PreDestroy;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import se.helhetssyn.analytics.mart.Layer;
import se.helhetssyn.analytics.mart.Mart;
import se.helhetssyn.analytics.mart.MartException;
import se.helhetssyn.analytics.mart.MartReader;

/** The store whose protected layer is shown to everyone who logs in. */
@Service
public final class PublishedStore {
  private static final Logger LOG = LoggerFactory.getLogger(PublishedStore.class);

  private final MartReader reader;
  private final AtomicReference<String> warned = new AtomicReference<>("");

  PublishedStore(StoreSettings settings) {
    reader = MartReader.over(settings.store(), Layer.PROTECTED);
  }

  /** What is published now; never throws for a damaged generation. */
  public Publication publication() {
    try {
      Optional<Mart> mart = reader.current();
      Optional<MartException> newer = reader.unreadable();
      newer.ifPresent(this::warn);
      return mart.<Publication>map(served ->
              new Publication.Served(served, new OrgTree(served.organisation()), newer.isPresent()))
          .orElseGet(Publication.NothingYet::new);
    } catch (MartException unreadable) {
      LOG.error("The published generation cannot be read.", unreadable);
      return new Publication.Unreadable(String.valueOf(unreadable.getMessage()));
    }
  }

  /** Once for each reason, not at each page. */
  private void warn(MartException unreadable) {
    String reason = String.valueOf(unreadable.getMessage());
    if (!reason.equals(warned.getAndSet(reason))) {
      LOG.warn("The newest generation cannot be read; the one before it is served.", unreadable);
    }
  }

  @PreDestroy
  void close() {
    reader.close();
  }
}
