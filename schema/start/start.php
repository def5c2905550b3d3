<?php
// Ten minutes with PHP: php start.php, without a package. STRIKEBOARD is the address of the board, STRIKEBOARD_TOKEN a
// token of yours, if you have one.
$board = getenv('STRIKEBOARD') ?: 'http://localhost:4000';
$token = getenv('STRIKEBOARD_TOKEN');

function send(string $query, string $accept)
{
    global $board, $token;
    $headers = ['content-type: application/json', "accept: $accept"];
    if ($token) {
        $headers[] = "authorization: Bearer $token";
    }
    $http = ['method' => 'POST', 'header' => $headers, 'content' => json_encode(['query' => $query])];
    return fopen("$board/graphql", 'r', false, stream_context_create(['http' => $http]));
}

function ask(string $query): array
{
    $answer = json_decode(stream_get_contents(send($query, 'application/json')), true);
    if (isset($answer['errors'])) {
        throw new RuntimeException(json_encode($answer['errors']));
    }
    return $answer['data'];
}

/** One message after the other, as the server sends them. */
function follow(string $subscription): Generator
{
    $stream = send($subscription, 'text/event-stream');
    $event = null;
    while (($line = fgets($stream)) !== false) {
        [$name, $value] = explode(': ', rtrim($line, "\n"), 2) + ['', ''];
        if ($name === 'event') {
            $event = $value;
        } elseif ($name === 'data' && $event === 'next') {
            yield json_decode($value, true);
        }
    }
}

echo json_encode(ask('{ openCards(first: 3) { edges { node { title hours } } } }')), "\n";
if ($token) {
    echo json_encode(ask('{ viewer { person { handle } } }')), "\n";
}
foreach (follow('subscription { openCardsChanged { kind revision opened { title } } }') as $message) {
    echo json_encode($message), "\n";
}
