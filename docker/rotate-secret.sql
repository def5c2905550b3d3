-- After APP_SECRET was changed, nothing that the old one sealed opens any more. This takes it away, so that pages show
-- "no address" instead of an error, and people are asked again. Run it while no server runs. See docker/runbook.md.
-- All of it or nothing; psql then says so by how it ends.
\set ON_ERROR_STOP on
begin;
update ask set contact_sealed = null, likeness_keys = '{}';
update application set contact_sealed = null;
delete from contact;
delete from push_subscription;
delete from push_key;
delete from code_brake;
delete from webhook;
commit;
