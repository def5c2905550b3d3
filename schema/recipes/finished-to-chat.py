# Post every finished card to our chat: python3 finished-to-chat.py, without a package. CAMPAIGN is the name of the
# campaign in addresses, CHAT the address of an incoming webhook that takes {"text": "…"} (Slack, Mattermost, Rocket.Chat).
# It keeps its place in a file, so that a night without network loses nothing.
import json
import os
import time
import urllib.request

board = os.environ.get("STRIKEBOARD", "http://localhost:4000")
campaign = os.environ["CAMPAIGN"]
chat = os.environ["CHAT"]
kept = os.environ.get("PLACE", "place.json")

SNAPSHOT = """query Place($campaign: String!) {
  campaign(slug: $campaign) { board { id snapshot { epoch revision } } }
}"""
CHANGES = """subscription Finished($board: ID!, $after: BoardCursor!) {
  boardChanges(boardId: $board, after: $after) {
    kind epoch revision events { kind cardTitle }
  }
}"""


def send(address, body, accept="application/json"):
    headers = {"content-type": "application/json", "accept": accept}
    return urllib.request.urlopen(urllib.request.Request(address, json.dumps(body).encode(), headers), timeout=60)


def where_we_are():
    answer = json.load(send(board + "/graphql", {"query": SNAPSHOT, "variables": {"campaign": campaign}}))
    found = answer["data"]["campaign"]["board"]
    return {"board": found["id"], "after": found["snapshot"]}


def keep(place):
    with open(kept + ".new", "w") as file:
        json.dump(place, file)
    os.replace(kept + ".new", kept)


def follow(place):
    event = None
    for line in send(board + "/graphql", {"query": CHANGES, "variables": place}, "text/event-stream"):
        name, _, value = line.decode().rstrip("\n").partition(": ")
        if name == "event":
            event = value
        elif name == "data" and event == "next":
            yield json.loads(value)["data"]["boardChanges"]


def run():
    place = json.load(open(kept)) if os.path.exists(kept) else where_we_are()
    print("following from revision", place["after"]["revision"], flush=True)
    for change in follow(place):
        if change["kind"] == "RESET":
            # Our place is too old, or the board starts anew: go on from now.
            keep(where_we_are())
            return
        if change["kind"] != "CHANGES":
            continue
        for event in change["events"]:
            if event["kind"] == "CARD_APPROVED":
                send(chat, {"text": "Done: " + event["cardTitle"]})
        place["after"] = {"epoch": change["epoch"], "revision": change["revision"]}
        keep(place)


while True:
    try:
        run()
    except (OSError, ValueError, KeyError, TypeError) as error:
        print("again in 5 seconds:", error, flush=True)
    time.sleep(5)
