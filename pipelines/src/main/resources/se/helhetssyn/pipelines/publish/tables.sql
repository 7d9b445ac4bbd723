-- Whether rows are grouped by the organisation of their day or by the last known one.
CREATE TEMP MACRO organisation_of(attribution) AS
  CASE WHEN attribution = 'AS_IS' THEN 'NOW' ELSE 'THEN' END;
CREATE TABLE attribution (attribution_no INTEGER, attribution VARCHAR);
INSERT INTO attribution VALUES (0, 'AS_WAS'), (1, 'AS_WAS_GEO'), (2, 'AS_IS');
CREATE TABLE run (as_of DATE, last_known_day DATE);
CREATE TABLE period (period_kind VARCHAR, period_start DATE, last_day DATE, from_march BOOLEAN);
CREATE TABLE node (organisation VARCHAR, org_level VARCHAR, org_unit_id VARCHAR, valid_from DATE, valid_to DATE);
CREATE TABLE alike (organisation VARCHAR, code VARCHAR, org_unit_id VARCHAR, valid_from DATE, valid_to DATE);
CREATE TABLE kinship (organisation VARCHAR, org_unit_id VARCHAR, other_id VARCHAR);
CREATE TABLE regrouped (org_unit_id VARCHAR);
CREATE TABLE coverage (table_name VARCHAR, root_org_unit_id VARCHAR, period_from DATE, period_to DATE);
CREATE TABLE silent_month (table_name VARCHAR, org_unit_id VARCHAR, period_start DATE);
CREATE TABLE indicator_table (indicator_id VARCHAR, table_name VARCHAR);
CREATE TABLE series (
  series_no INTEGER, display_order INTEGER, indicator_id VARCHAR, definition_version INTEGER, series_order INTEGER,
  series VARCHAR, attribution VARCHAR, stratum_order INTEGER, stratum VARCHAR, stratum_value VARCHAR,
  value_kind VARCHAR, maturity_days INTEGER, instant VARCHAR, tells_persons BOOLEAN,
  is_distinct BOOLEAN, of_persons BOOLEAN, protection BOOLEAN, sensitive BOOLEAN,
  source_missing BOOLEAN, no_decision BOOLEAN, delay_days INTEGER);
CREATE TABLE closed_series (indicator_id VARCHAR, series VARCHAR);
CREATE TABLE told_kind (indicator_id VARCHAR, period_kind VARCHAR);
CREATE TABLE told_level (indicator_id VARCHAR, org_level VARCHAR);
CREATE TABLE slice_key (
  measure INTEGER, slice INTEGER, indicator_id VARCHAR, series VARCHAR, stratum VARCHAR,
  stratum_value VARCHAR);
CREATE TABLE grid_node (node INTEGER, org_level VARCHAR, org_unit_id VARCHAR);
CREATE TABLE grid_period (period INTEGER, period_kind VARCHAR, period_start DATE);
CREATE TABLE person_stratum (slice INTEGER, stratum VARCHAR, stratum_value VARCHAR);
CREATE TABLE cell (
  series_no INTEGER, place_no INTEGER, numerator BIGINT, denominator BIGINT, unknown BIGINT,
  unknown_outside BIGINT, persons BIGINT, persons_numerator BIGINT, persons_rest BIGINT,
  persons_unknown BIGINT, largest BIGINT, second_largest BIGINT);
CREATE TABLE histogram (
  series_no INTEGER, place_no INTEGER, day INTEGER, closed BIGINT, censored BIGINT);
CREATE TABLE quartile (
  series_no INTEGER, place_no INTEGER, open_count BIGINT, q1 DOUBLE, median DOUBLE, q3 DOUBLE,
  median_lower DOUBLE, median_upper DOUBLE);
CREATE TABLE person_days (
  attribution VARCHAR, place_no INTEGER, stratum VARCHAR, stratum_value VARCHAR, days BIGINT,
  persons BIGINT);
CREATE TABLE account (
  table_name VARCHAR, source_file VARCHAR, extract_id VARCHAR, source_system VARCHAR,
  delivered BIGINT, trusted BIGINT, quarantined BIGINT, duplicates BIGINT, rejected BIGINT);
CREATE TABLE finding (
  rule_id VARCHAR, code VARCHAR, table_name VARCHAR, source_file VARCHAR, org_unit_id VARCHAR,
  treatment VARCHAR, rows_affected BIGINT);
CREATE TABLE checked_rows (rule_id VARCHAR, table_name VARCHAR, rows_checked BIGINT, broken BOOLEAN);
CREATE TABLE person_table (table_name VARCHAR);
CREATE TABLE loaded_file (
  delivery_no INTEGER, run VARCHAR, loaded_at VARCHAR, source_file VARCHAR, table_name VARCHAR,
  source_system VARCHAR, extract_id VARCHAR, extracted_at VARCHAR, announced BOOLEAN,
  full_load BOOLEAN, root_org_unit_id VARCHAR, period_from DATE, period_to DATE, taken BOOLEAN,
  delivered BIGINT, trusted BIGINT, quarantined BIGINT, duplicates BIGINT, rejected BIGINT);
CREATE TABLE comparison (
  table_name VARCHAR, source_system VARCHAR, older_extract_id VARCHAR, newer_extract_id VARCHAR,
  alike BIGINT, changed BIGINT, added BIGINT, gone BIGINT);
CREATE TABLE changed_rows (
  table_name VARCHAR, org_unit_id VARCHAR, month DATE, added BIGINT, changed BIGINT,
  removed BIGINT);
CREATE TABLE delay_curve (
  table_name VARCHAR, org_unit_id VARCHAR, day INTEGER, rows BIGINT, share DOUBLE)
;
CREATE TABLE earlier_check (
  rule_id VARCHAR, table_name VARCHAR, rows_checked BIGINT, rows_affected BIGINT, broken BOOLEAN)
