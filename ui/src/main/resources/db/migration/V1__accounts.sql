-- Who may log in. The password is a salted hash with its method in front.
CREATE TABLE account (
  user_name            VARCHAR(64)  PRIMARY KEY,
  password_hash        VARCHAR(200) NOT NULL,
  role                 VARCHAR(16)  NOT NULL,
  unit_id              VARCHAR(64),
  must_change_password BOOLEAN      NOT NULL
);
