#!/usr/bin/env bash
# Tries a stack that is up, as its visitors and its worst hours would:
#   docker/rehearse.sh https://board.example.org [curl options, such as --cacert root.crt]
# Ready · brakes for visitors by IPv4 and IPv6 · one server killed while people read · a backup restored beside the
# database · what the servers' role owns there. Nothing that people wrote is touched; the brakes it sets off hold this
# machine's address for some minutes.
# Ends with the number of what failed. Where there is no Docker (from another machine), only the first two are tried.
set -uo pipefail

address="${1:?say where the board is, as in docker/rehearse.sh https://board.example.org}"
address="${address%/}"
shift
here="$(cd "$(dirname "$0")" && pwd)"
dc() { docker compose -f "$here/compose.yaml" "$@" </dev/null; }
ask() { curl --silent --max-time 10 "$@"; }
failed=0
tell() { # outcome, what
  printf '%-7s %s\n' "$1" "$2"
  [ "$1" != FAILED ] || failed=$((failed + 1))
}
code() { ask --output /dev/null --write-out '%{http_code}' "$@"; }

# 1. Ready, through the door, as everybody else asks.
for ((second = 0; second < 60; second++)); do
  [ "$(code "$@" "$address/readyz")" != 200 ] || break
  sleep 1
done
[ "$(code "$@" "$address/readyz")" = 200 ] && tell ok 'ready' || tell FAILED "ready: $(ask "$@" "$address/readyz" | head -c 200)"
[ "$(code "$@" "$address/metrics")" = 404 ] && tell ok 'figures stay inside' || tell FAILED 'figures can be had from outside'

# 2. A stranger who guesses recovery codes is stopped, whichever way he comes.
guess='{"query":"mutation($i:SignInInput!){signIn(input:$i){errors{code}}}","variables":{"i":{"handle":"nobody-of-this-name","recoveryCode":"0000"}}}'
for family in 4 6; do
  if ! code "-$family" "$@" "$address/healthz" | grep -q 200; then
    tell skipped "brake by IPv$family: this machine cannot reach the board that way"
    continue
  fi
  stopped=
  for ((tries = 1; tries <= 60; tries++)); do
    answer="$(ask "-$family" "$@" --header 'content-type: application/json' --data "$guess" "$address/graphql")"
    case "$answer" in *TOO_MANY_REQUESTS* | *BUDGET* | *RATE*) stopped=$tries && break ;; esac
  done
  if [ -n "$stopped" ]; then tell ok "brake by IPv$family: stopped at try $stopped"; else tell FAILED "brake by IPv$family: 60 tries passed"; fi
done

if ! command -v docker >/dev/null || [ -z "$(dc ps --quiet database 2>/dev/null)" ]; then
  tell skipped "one server killed, backup restored, the servers' role: the stack does not run on this machine"
  exit "$failed"
fi

# 3. One server is killed; whoever reads meanwhile gets an answer each time.
server="$(dc ps --quiet server-a)"
asked=0 unanswered=0
docker kill --signal KILL "$server" >/dev/null
for ((round = 0; round < 40; round++)); do
  asked=$((asked + 1))
  [ "$(code "$@" "$address/")" = 200 ] || unanswered=$((unanswered + 1))
done
# Whom somebody kills by hand, Docker does not start again by itself.
dc up --detach --no-deps --wait server-a >/dev/null 2>&1 || tell FAILED 'the killed server does not come back'
if [ "$unanswered" = 0 ]; then tell ok "one server killed: $asked of $asked answered"; else tell FAILED "one server killed: $unanswered of $asked not answered"; fi

# 4. A dump of now, restored beside the database, holds as many rows and as many changes of boards.
run() { dc exec -T --env PGOPTIONS='-c client_min_messages=warning' database sh -ec "$1"; }
count="select (select count(*) from person) || ' people, ' || (select count(*) from card) || ' cards, ' || (select coalesce(sum(revision), 0) from board) || ' changes'"
before="$(run "psql -U strikeboard -d strikeboard -Atc \"$count\"")"
restored="$(run "
  dropdb -U strikeboard --if-exists --force rehearsal && createdb -U strikeboard rehearsal
  pg_dump -U strikeboard -Fc strikeboard | pg_restore -U strikeboard -d rehearsal --exit-on-error --no-owner --no-acl
  psql -U strikeboard -d rehearsal -Atc \"$count\"
  dropdb -U strikeboard --force rehearsal")"
after="$(run "psql -U strikeboard -d strikeboard -Atc \"$count\"")"
if [ -n "$restored" ] && { [ "$restored" = "$before" ] || [ "$restored" = "$after" ]; }; then
  tell ok "backup restored: $restored"
else
  tell FAILED "backup restored: “$restored” and not “$before”"
fi

# 5. Whoever answers people at the database is no superuser and owns nothing there.
faults="$(run "psql -U strikeboard -d strikeboard -Atc \"
  select 'nobody is connected as it' where not exists (select from pg_stat_activity where usename = 'strikeboard_app')
  union all select 'servers are connected as ' || usename from pg_stat_activity join pg_roles on rolname = usename
    where client_addr is not null and rolsuper
  union all select 'it is more than a reader and writer' from pg_roles
    where rolname = 'strikeboard_app' and (rolsuper or rolcreaterole or rolcreatedb or rolbypassrls)
  union all select 'it owns ' || relname from pg_class where pg_get_userbyid(relowner) = 'strikeboard_app'\"")" ||
  faults='the database does not say'
if [ -z "$faults" ]; then tell ok "the servers' role owns nothing"; else tell FAILED "the servers' role: $faults"; fi

exit "$failed"
