/**
 * The tables of a server that keeps its logins in a database. What is secret (a session id, a refresh token) is stored as
 * its SHA-256 in hexadecimal, so that whoever reads a table cannot log in with it. Times are Unix seconds.
 */
export const SCHEMA = `
CREATE TABLE users (
  id         INTEGER PRIMARY KEY,
  user_name  TEXT NOT NULL,
  email      TEXT NOT NULL UNIQUE,
  role       TEXT NOT NULL CHECK (role IN ('admin', 'member')),
  salt       TEXT NOT NULL CHECK (length(salt) % 2 = 0 AND salt NOT GLOB '*[^0-9a-f]*'),
  hash       TEXT NOT NULL,
  disabled   INTEGER
) STRICT;

CREATE TABLE sessions (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  id_hash    TEXT NOT NULL UNIQUE,
  user_id    INTEGER NOT NULL REFERENCES users (id),
  device     TEXT NOT NULL,
  created    INTEGER NOT NULL,
  last_seen  INTEGER NOT NULL,
  expires    INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_of_user ON sessions (user_id);

CREATE TABLE families (
  id         INTEGER PRIMARY KEY AUTOINCREMENT,
  user_id    INTEGER NOT NULL REFERENCES users (id),
  device     TEXT NOT NULL,
  created    INTEGER NOT NULL,
  expires    INTEGER NOT NULL,
  revoked    INTEGER
) STRICT;

CREATE TABLE refresh_tokens (
  id          INTEGER PRIMARY KEY AUTOINCREMENT,
  token_hash  TEXT NOT NULL UNIQUE,
  family_id   INTEGER NOT NULL REFERENCES families (id),
  parent_id   INTEGER REFERENCES refresh_tokens (id),
  issued      INTEGER NOT NULL,
  used        INTEGER
) STRICT;

CREATE TABLE denylist (
  iss    TEXT NOT NULL,
  jti    TEXT NOT NULL,
  until  INTEGER NOT NULL,
  PRIMARY KEY (iss, jti)
) STRICT;

CREATE TABLE cutoffs (
  user_id  INTEGER PRIMARY KEY REFERENCES users (id),
  before   INTEGER NOT NULL
) STRICT;
`;
