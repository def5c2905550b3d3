#!/bin/sh
# Ten minutes with curl. STRIKEBOARD is the address of the board, STRIKEBOARD_TOKEN a token of yours, if you have one.
board="${STRIKEBOARD:-http://localhost:4000}"

# 1. What is open, as anybody may read it.
curl -sS "$board/graphql" -H 'content-type: application/json' \
  -d '{"query":"{ openCards(first: 3) { edges { node { title hours campaign { title } } } } }"}'
echo

# 2. As oneself. Without a token you are nobody, and viewer is null.
if [ -n "$STRIKEBOARD_TOKEN" ]; then
  curl -sS "$board/graphql" -H 'content-type: application/json' -H "authorization: Bearer $STRIKEBOARD_TOKEN" \
    -d '{"query":"{ viewer { person { handle } } }"}'
  echo
fi

# 3. What opens and closes from now on, until Ctrl+C.
curl -sSN "$board/graphql" -H 'content-type: application/json' -H 'accept: text/event-stream' \
  -d '{"query":"subscription { openCardsChanged { kind revision opened { title } closedCardIds } }"}'
