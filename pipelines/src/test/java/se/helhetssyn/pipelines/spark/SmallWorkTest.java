package se.helhetssyn.pipelines.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LocalSpark.class)
final class SmallWorkTest {
  private static final String COMPILED = "spark.sql.codegen.wholeStage";

  private final SparkSession spark;

  SmallWorkTest(SparkSession spark) {
    this.spark = spark;
  }

  private String setting() {
    return spark.conf().get(COMPILED);
  }

  @Test
  void plansAreWalkedThroughOverLittleAndCompiledOverMuch() {
    String before = setting();
    assertThat(SmallWork.over(1_000, spark, this::setting)).isEqualTo("false");
    assertThat(SmallWork.over(Long.MAX_VALUE, spark, this::setting)).isEqualTo(before);
    assertThat(setting()).isEqualTo(before).isEqualTo("true");
    assertThat(SmallWork.over(0, spark, () -> spark.conf().get("spark.sql.codegen.factoryMode")))
        .isEqualTo("NO_CODEGEN");
  }

  @Test
  void whatIsSmallCanBeSaid() {
    spark.conf().set(SmallWork.LIMIT, "10");
    try {
      assertThat(SmallWork.over(9, spark, this::setting)).isEqualTo("false");
      assertThat(SmallWork.over(10, spark, this::setting)).isEqualTo("true");
    } finally {
      spark.conf().unset(SmallWork.LIMIT);
    }
  }

  @Test
  void workThatFailsLeavesTheSettingsAsTheyWere() {
    assertThatIllegalStateException()
        .isThrownBy(() ->
            SmallWork.over(
                1_000,
                spark,
                () -> {
                  throw new IllegalStateException("bad");
                }));
    assertThat(setting()).isEqualTo("true");
  }
}
