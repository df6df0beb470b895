-- The table of me.digi.client.store.JdbcTokenStore: one row for each grant, that is, for each user and contract.
-- Written for PostgreSQL and H2. Another database may want another type for a long text. The table may have another name
-- or lie in a schema, if the store is told so. The store itself never changes the schema.
CREATE TABLE IF NOT EXISTS digime_grant (
    -- SHA-256 of contract and user, in hexadecimal: told apart exactly, whatever the database's collation.
    grant_id VARCHAR(64) NOT NULL PRIMARY KEY,
    -- Whose grant it is, for people; the store does not search by them.
    contract_id VARCHAR(255) NOT NULL,
    user_key VARCHAR(255) NOT NULL,
    -- Grows by one with each write; a write names the version that it replaces.
    version BIGINT NOT NULL,
    -- The user's tokens: a secret, so let few read this table. JSON of a few kilobytes; with EncryptingTokenStore ciphertext.
    content TEXT NOT NULL
);
