-- The table of me.digi.client.store.JdbcTokenStore: one row for each grant, that is, for each user and contract.
-- Written for PostgreSQL and H2. Another database may want another type for a long text. The table may have another name
-- or lie in a schema, if the store is told so. The store itself never changes the schema.
CREATE TABLE IF NOT EXISTS digime_grant (
    -- SHA-256 of contract and user, in hexadecimal: told apart exactly, whatever the database's collation.
    grant_id VARCHAR(64) NOT NULL PRIMARY KEY,
    -- Whose grant it is. A row is found by its id; the users of a contract are listed in the order of the ids.
    contract_id VARCHAR(255) NOT NULL,
    user_key VARCHAR(255) NOT NULL,
    -- Grows by one with each write; a write names the version that it replaces.
    version BIGINT NOT NULL,
    -- The user's tokens: a secret, so let few read this table. JSON of a few kilobytes; with EncryptingTokenStore ciphertext.
    content TEXT NOT NULL,
    -- What lists show, without secrets; null where it is unknown. ACTIVE, REFRESHING, IN_DOUBT, REAUTHORIZE or UNKNOWN.
    state VARCHAR(32),
    -- When the token pair came, and when its refresh token expires, in milliseconds since 1970.
    refreshed_at BIGINT,
    refresh_token_expires_at BIGINT
);
-- What a table lacks that was made before there were lists. In rows that are not written since, it is unknown.
ALTER TABLE digime_grant ADD COLUMN IF NOT EXISTS state VARCHAR(32);
ALTER TABLE digime_grant ADD COLUMN IF NOT EXISTS refreshed_at BIGINT;
ALTER TABLE digime_grant ADD COLUMN IF NOT EXISTS refresh_token_expires_at BIGINT;
CREATE INDEX IF NOT EXISTS digime_grant_by_contract ON digime_grant (contract_id, grant_id);
