// The first moment or number that a browser writes has it read its calendars, in one piece of work, once for all of a
// page's threads. Here it does so beside the page: see `app.html`, which says the language by this worker's name.
const language = name;
new Intl.DateTimeFormat(language, { hour: 'numeric' }).format();
new Intl.NumberFormat(language, { style: 'unit', unit: 'hour' }).format(1);
new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(1, 'day');
new Intl.DisplayNames(language, { type: 'language' }).of(language);
close();
