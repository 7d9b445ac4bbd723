CREATE OR REPLACE TABLE slice_key (
  measure INTEGER,
  slice INTEGER,
  indicator VARCHAR,
  series VARCHAR,
  stratum VARCHAR,
  stratum_value VARCHAR,
  of_persons VARCHAR);

CREATE OR REPLACE TABLE grid_node (node_no INTEGER, level VARCHAR, node VARCHAR);

CREATE OR REPLACE TABLE grid_period (
  period_no INTEGER,
  kind VARCHAR,
  period_start DATE,
  period_end DATE);

CREATE OR REPLACE TABLE attributed (attribution_no INTEGER, attribution VARCHAR);
