-- What was delivered by hand, by whom, and what became of it. File names are masked; no row content.
CREATE TABLE delivery (
  delivery_id VARCHAR(40)              PRIMARY KEY,
  user_name   VARCHAR(64)              NOT NULL,
  opened_at   TIMESTAMP WITH TIME ZONE NOT NULL,
  state       VARCHAR(16)              NOT NULL,
  mapping     VARCHAR(200),
  report      TEXT,
  message     VARCHAR(2000),
  run_id      VARCHAR(40)
);
CREATE TABLE delivery_file (
  delivery_id VARCHAR(40)  NOT NULL REFERENCES delivery,
  file_name   VARCHAR(200) NOT NULL,
  bytes       BIGINT       NOT NULL
);
CREATE INDEX delivery_file_delivery ON delivery_file (delivery_id);

-- Every day at a time of day in Europe/Stockholm; last_day is the last day it was started for.
CREATE TABLE schedule (
  schedule_id   VARCHAR(40)              PRIMARY KEY,
  daily_at      VARCHAR(5)               NOT NULL,
  folder        VARCHAR(1000)            NOT NULL,
  mapping       VARCHAR(200),
  grace_minutes INTEGER                  NOT NULL,
  user_name     VARCHAR(64)              NOT NULL,
  set_at        TIMESTAMP WITH TIME ZONE NOT NULL,
  last_day      DATE                     NOT NULL,
  alarmed_day   DATE
);

-- Runs that the dashboards asked for. A run without outcome is going on, or died with its process.
CREATE TABLE pipeline_run (
  run_id          VARCHAR(40)              PRIMARY KEY,
  user_name       VARCHAR(64)              NOT NULL,
  delivery_id     VARCHAR(40)              REFERENCES delivery,
  schedule_id     VARCHAR(40),
  scheduled_day   DATE,
  started_at      TIMESTAMP WITH TIME ZONE NOT NULL,
  pid             BIGINT,
  process_started TIMESTAMP WITH TIME ZONE,
  cancelled_by    VARCHAR(64),
  ended_at        TIMESTAMP WITH TIME ZONE,
  outcome         VARCHAR(16),
  message         VARCHAR(2000),
  delivered       BIGINT,
  trusted         BIGINT,
  set_aside       BIGINT
);
CREATE INDEX pipeline_run_started ON pipeline_run (started_at);
