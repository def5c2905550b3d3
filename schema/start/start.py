# Ten minutes with Python: python3 start.py, without a package. STRIKEBOARD is the address of the board,
# STRIKEBOARD_TOKEN a token of yours, if you have one.
import json
import os
import urllib.request

board = os.environ.get("STRIKEBOARD", "http://localhost:4000")
token = os.environ.get("STRIKEBOARD_TOKEN")


def send(query, accept):
    headers = {"content-type": "application/json", "accept": accept}
    if token:
        headers["authorization"] = "Bearer " + token
    body = json.dumps({"query": query}).encode()
    return urllib.request.urlopen(urllib.request.Request(board + "/graphql", body, headers))


def ask(query):
    answer = json.load(send(query, "application/json"))
    if answer.get("errors"):
        raise RuntimeError(answer["errors"])
    return answer["data"]


def follow(subscription):
    """One message after the other, as the server sends them."""
    event = None
    for line in send(subscription, "text/event-stream"):
        name, _, value = line.decode().rstrip("\n").partition(": ")
        if name == "event":
            event = value
        elif name == "data" and event == "next":
            yield json.loads(value)


print(json.dumps(ask("{ openCards(first: 3) { edges { node { title hours } } } }")), flush=True)
if token:
    print(json.dumps(ask("{ viewer { person { handle } } }")), flush=True)
for message in follow("subscription { openCardsChanged { kind revision opened { title } } }"):
    print(json.dumps(message), flush=True)
