package se.helhetssyn.ui.delivery;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much a delivery by hand may hold; what comes out of an archive counts like every other file.
 *
 * @param file size of one file
 * @param total size of all files together
 * @param files number of files
 * @param ratio how many times its own size an archive may unpack to
 */
@ConfigurationProperties("helhetssyn.upload")
record UploadLimits(
    @DefaultValue("500MB") DataSize file,
    @DefaultValue("2GB") DataSize total,
    @DefaultValue("200") int files,
    @DefaultValue("100") int ratio) {}
