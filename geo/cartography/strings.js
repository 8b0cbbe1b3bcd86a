// Every word of the page, in one table per language. Plural forms are named as Intl.PluralRules names them.

const ENGLISH = {
  title: "Incident map", skip: "Skip to the list", views: "Views", mapName: "Map", cannotShow: "This browser cannot show the map: it needs to be of 2023 or later.",
  summary: "{incidents} in {articles}",
  tabIncidents: "Incidents", tabDistances: "Distances", tabAbout: "About",
  incidents: { one: "{n} incident", other: "{n} incidents" }, articles: { one: "{n} article", other: "{n} articles" },
  showing: { one: "{n} of {total} incidents", other: "{n} of {total} incidents" },
  search: "Search places, quotes, sources", filters: "Filters", reset: "Clear filters",
  nothingFound: "Nothing answers these filters.", nothingRead: "No article was read.", seeAbout: "What was read",
  noIncidents: { one: "No incident was found in {n} article.", other: "No incident was found in {n} articles." },
  unplaced: { one: "{n} not on the map", other: "{n} not on the map" }, undated: { one: "{n} undated", other: "{n} undated" },
  undatedOut: { one: "{n} undated left out", other: "{n} undated left out" }, far: { one: "{n} incident lies far away: show all", other: "{n} incidents lie far away: show all" },
  order: "Order", "order.newest": "Newest first", "order.casualties": "Most casualties", "order.reports": "Most reports",
  "facet.role": "How it is told", "role.main": "News of the articles", "role.background": "Recalled as background", andMore: { one: "and {n} more", other: "and {n} more" },
  moreValues: { one: "{n} more", other: "{n} more" },
  "facet.type": "Type", "facet.casualties": "Casualties", "facet.precision": "How exact the place is",
  "facet.verdict": "Stated distance", "facet.publisher": "Publisher", noPublisher: "Not named",
  "casualties.killed": "People killed", "casualties.injured": "People injured", "casualties.none": "None reported", "casualties.differ": "Figures differ",
  dateFrom: "From", dateTo: "To", play: "Play through time", pause: "Pause",
  "type.battle": "battle", "type.explosion": "explosion", "type.violence against civilians": "violence against civilians",
  "type.protest": "protest", "type.riot": "riot", "type.strategic development": "strategic development", "type.accident": "accident",
  "type.natural disaster": "natural disaster", "type.disease outbreak": "disease outbreak", "type.crime": "crime",
  "sub.missile": "missile strike", "sub.bomb": "bombing", "sub.ied": "improvised bomb", "sub.suicide bomb": "suicide bombing", "sub.attack (raid)": "raid", "sub.attack (stabbing)": "stabbing",
  "sub.attack (shooting)": "shooting", "sub.interception": "interception", "sub.government regains territory": "territory changes hands", "sub.disease": "outbreak",
  kindAt: "{kind} in {place}", kindNear: "{kind} near {place}", placeNear: "near {place}", placeUnknown: "No place given", background: "background", notOnMap: "not on the map",
  "n.killed": "{figure} killed", "n.injured": "{figure} injured", "n.missing": "{figure} missing", "n.abducted": "{figure} abducted", "n.arrested": "{figure} arrested",
  "n.killed.none": "no one killed", "n.injured.none": "no one injured", "n.missing.none": "no one missing", "n.abducted.none": "no one abducted", "n.arrested.none": "no one arrested",
  "figure.exact": "{figure}", "figure.none": "{figure}", "figure.min": "at least {figure}", "figure.more_than": "more than {figure}", "figure.max": "up to {figure}", "figure.less_than": "fewer than {figure}", "figure.about": "about {figure}",
  figuresDiffer: "figures differ", nReports: { one: "{n} report", other: "{n} reports" },
  groupOf: { one: "{n} incident here", other: "{n} incidents here" }, groupNamed: { one: "{n} incident: {place}", other: "{n} incidents: {place}" }, andOthers: { one: "{place} +{n}", other: "{place} +{n}" },
  dateUnknown: "date unknown", weekOf: "week of {date}",
  "date.day": "exact to the day", "date.weekend": "exact to the weekend", "date.week": "exact to the week", "date.month": "exact to the month",
  "date.year": "exact to the year", "date.none": "the article does not say when",
  dateWords: "“{words}” in the text; {precision}",
  "precision.site": "exact site", "precision.district": "district", "precision.city": "town or city", "precision.near city": "near a town or city",
  "precision.road segment": "stretch of road", "precision.water body": "body of water", "precision.region": "region", "precision.country": "country", "precision.none": "no place",
  "status.attempted": "attempted", "status.intercepted": "intercepted", "status.denied": "denied", "status.reported": "reported",
  when: "When", where: "Where", notPlaced: "Not on the map",
  "claims.killed": "Killed", "claims.injured": "Injured", "claims.missing": "Missing", "claims.abducted": "Abducted or taken hostage", "claims.arrested": "Arrested or detained", noVoice: "the article, naming no one",
  "relation.superseded": "told first, no longer held", "relation.feared": "feared", "relation.further": "on top of those told of before", "relation.part": "among those told of",
  inArticles: { one: "in {n} article", other: "in {n} articles" },
  whoBlames: "Who blames whom", "stance.blames": "blame", "stance.claims responsibility": "responsibility claimed", "stance.denies": "denial", "stance.confirms": "confirmation",
  reports: { one: "What the article says", other: "What {n} articles say" }, moreSentences: { one: "{n} more sentence", other: "{n} more sentences" },
  "mark.place": "place", "mark.figure": "figure", "mark.trigger": "what happened", "mark.when": "when", "mark.distance": "stated distance",
  untitled: "Article without a title", noDate: "undated",
  statedDistances: "Stated distance", fromTo: "{from} – {to}", showLine: "Show the line", stated: "stated {value}", measured: "measured {value}", notMeasured: "not measured",
  edgeToEdge: "{range} given how wide the places are", statedIn: { one: "stated in {n} article", other: "stated in {n} articles" }, otherView: "Measured to the border in the {view} view: {value}",
  "verdict.consistent": "consistent", "verdict.road_distance_plausible": "plausible by road", "verdict.inconsistent": "inconsistent", "verdict.uncheckable": "cannot be checked", "verdict.none": "none stated",
  "hedge.exact": "", "hedge.about": "about", "hedge.more_than": "more than", "hedge.less_than": "less than", "hedge.within": "within", "hedge.nearly": "nearly", "hedge.range": "",
  "unit.km": "km", "unit.mi": "mi", "unit.m": "m", "unit.ft": "ft", "unit.yd": "yd", "unit.nmi": "nmi",
  whyHere: "Why is this dot here?", whyNotPlaced: "Why is it not on the map?", noPlaceGiven: "The article does not say where, or not well enough.",
  placeWords: "“{words}” in the text", confidence: "{percent} % sure", circle: "The circle around the dot is as wide as the doubt: {radius}.", joined: "Reports joined because",
  contextPlace: "Place mentioned", contextName: "{name}, mentioned", contextNote: "Mentioned in the text; no incident is reported here.",
  mentions: { one: "{n} mention", other: "{n} mentions" }, cardName: "Incident", close: "Close",
  noDistances: "No article states a distance between places.", distancesNote: "Distances that the articles state, against the geodesic on the WGS 84 ellipsoid.",
  legend: "Legend", "legend.what": "What happened", "legend.where": "How exact the place is", "legend.marks": "Marks", "legend.lines": "Lines",
  "legend.background": "recalled as background", "legend.group": "several incidents, by type", "shape.exact": "site, district or town", "shape.near": "near a place, road or water", "shape.wide": "region or country only",
  "legend.circle": "as wide as the doubt", "legend.context": "place mentioned, no incident", "legend.line": "measured distance", "legend.border": "border", "legend.border.un": "border, United Nations view", "legend.border.de-facto": "line of actual control", "legend.disputed": "disputed border", showContext: "Show places mentioned",
  zoomIn: "Zoom in", zoomOut: "Zoom out", fitAll: "Show all incidents", aboutShort: "About this map",
  method: "How to read it",
  methodText: "Every dot is an incident that at least one article reports. A card shows who says so, in which sentence, and why the dot is where it is. Figures of different sources stand side by side; none is averaged or chosen.",
  limitsText: "A program read the articles. It can misread a sentence, miss an incident or choose the wrong town: check the quoted sentence before you rely on a dot. A report is not a confirmation.",
  download: "Download what the filters show", whatWasRead: "What was read", articlesRead: "Articles", version: "Version", publishers: { one: "{n} publisher", other: "{n} publishers" },
  failures: "Could not be read", failuresNote: "Files or lines that were left out, with the reason.", skipped: "Set aside", skippedNote: "Articles that were opened but not read further.",
  unplacedNames: "Names without a place", unplacedNote: "Place names for which no entry of the gazetteer was chosen: a guess would have been a false dot.", showNames: "Show the names",
  borders: "Borders", bordersNote: "The borders drawn are those that distances were measured to. Disputed lines are dashed.",
  "worldview.un": "United Nations view: borders as the UN General Assembly recognises them", "worldview.de-facto": "De facto view: lines of actual control", credits: "Data and software",
};

const UKRAINIAN = {
  title: "Мапа подій", skip: "До списку", views: "Розділи", mapName: "Мапа", cannotShow: "Цей браузер не може показати мапу: потрібен випуск 2023 року або новіший.",
  summary: "{incidents}, {articles}",
  tabIncidents: "Події", tabDistances: "Відстані", tabAbout: "Про мапу",
  incidents: { one: "{n} подія", few: "{n} події", many: "{n} подій", other: "{n} події" }, articles: { one: "{n} стаття", few: "{n} статті", many: "{n} статей", other: "{n} статті" },
  showing: { one: "{n} з {total} подій", other: "{n} з {total} подій" },
  search: "Пошук місць, цитат, джерел", filters: "Фільтри", reset: "Скинути фільтри",
  nothingFound: "За цими фільтрами нічого немає.", nothingRead: "Жодної статті не прочитано.", seeAbout: "Що прочитано",
  noIncidents: { one: "В {n} статті не знайдено подій.", few: "У {n} статтях не знайдено подій.", many: "У {n} статтях не знайдено подій.", other: "У {n} статті не знайдено подій." },
  unplaced: { one: "{n} не на мапі", other: "{n} не на мапі" }, undated: { one: "{n} без дати", other: "{n} без дати" },
  undatedOut: { one: "{n} без дати не показано", other: "{n} без дати не показано" },
  far: { one: "{n} подія далеко: показати всі", few: "{n} події далеко: показати всі", many: "{n} подій далеко: показати всі", other: "{n} події далеко: показати всі" },
  order: "Порядок", "order.newest": "Спершу нові", "order.casualties": "Найбільші втрати", "order.reports": "Найбільше повідомлень",
  "facet.role": "Як про це сказано", "role.main": "Новина статті", "role.background": "Згадано як передісторію", andMore: { one: "і ще {n}", other: "і ще {n}" }, moreValues: { one: "ще {n}", other: "ще {n}" },
  "facet.type": "Тип", "facet.casualties": "Постраждалі", "facet.precision": "Точність місця", "facet.verdict": "Заявлена відстань", "facet.publisher": "Видання", noPublisher: "Не вказано",
  "casualties.killed": "Є загиблі", "casualties.injured": "Є поранені", "casualties.none": "Не повідомлено", "casualties.differ": "Дані різняться",
  dateFrom: "Від", dateTo: "До", play: "Програти в часі", pause: "Пауза",
  "type.battle": "бій", "type.explosion": "вибух", "type.violence against civilians": "насильство проти цивільних", "type.protest": "протест", "type.riot": "заворушення",
  "type.strategic development": "стратегічна подія", "type.accident": "аварія", "type.natural disaster": "стихійне лихо", "type.disease outbreak": "спалах хвороби", "type.crime": "злочин",
  "sub.missile": "ракетний удар", "sub.drone strike": "удар дрона", "sub.air strike": "авіаудар", "sub.shelling": "обстріл", "sub.explosion": "вибух", "sub.bomb": "вибух бомби", "sub.ied": "саморобна бомба",
  "sub.suicide bomb": "терорист-смертник", "sub.grenade": "граната", "sub.landmine": "міна", "sub.interception": "перехоплення", "sub.disrupted weapons use": "зірване застосування зброї",
  "sub.armed clash": "збройне зіткнення", "sub.government regains territory": "перехід території", "sub.attack": "напад", "sub.attack (raid)": "рейд", "sub.attack (stabbing)": "напад з ножем",
  "sub.attack (shooting)": "стрілянина", "sub.killing": "убивство", "sub.massacre": "різанина", "sub.hijacking": "захоплення", "sub.injury": "поранення", "sub.abduction": "викрадення",
  "sub.assassination": "замах", "sub.protest": "протест", "sub.riot": "заворушення", "sub.traffic accident": "ДТП", "sub.train crash": "залізнична аварія", "sub.stampede": "тиснява",
  "sub.industrial accident": "промислова аварія", "sub.fire": "пожежа", "sub.structural collapse": "обвал споруди", "sub.poisoning": "отруєння", "sub.boat sinking": "загибель судна",
  "sub.plane crash": "авіакатастрофа", "sub.crash": "аварія", "sub.storm": "буря", "sub.landslide": "зсув", "sub.volcanic eruption": "виверження", "sub.tsunami": "цунамі", "sub.wildfire": "лісова пожежа",
  "sub.tornado": "торнадо", "sub.drought": "посуха", "sub.flood": "повінь", "sub.meteorite impact": "падіння метеорита", "sub.earthquake": "землетрус", "sub.outbreak": "спалах", "sub.disease": "хвороба",
  "sub.hoax": "хибне повідомлення", "sub.crime": "злочин", "sub.robbery": "пограбування", "sub.arson": "підпал",
  kindAt: "{kind} · {place}", kindNear: "{kind} · поблизу: {place}", placeNear: "поблизу: {place}", placeUnknown: "Місце не назване", background: "передісторія", notOnMap: "не на мапі",
  "n.killed": { one: "{figure} загиблий", other: "{figure} загиблих" }, "n.injured": { one: "{figure} поранений", other: "{figure} поранених" }, "n.missing": { one: "{figure} зниклий", other: "{figure} зниклих" },
  "n.abducted": { one: "{figure} викрадений", other: "{figure} викрадених" }, "n.arrested": { one: "{figure} затриманий", other: "{figure} затриманих" },
  "n.killed.none": "без загиблих", "n.injured.none": "без поранених", "n.missing.none": "без зниклих", "n.abducted.none": "без викрадених", "n.arrested.none": "без затриманих",
  "figure.exact": "{figure}", "figure.none": "{figure}", "figure.min": "щонайменше {figure}", "figure.more_than": "понад {figure}", "figure.max": "до {figure}", "figure.less_than": "менш як {figure}", "figure.about": "близько {figure}",
  figuresDiffer: "дані різняться", nReports: { one: "{n} повідомлення", few: "{n} повідомлення", many: "{n} повідомлень", other: "{n} повідомлення" },
  groupOf: { one: "{n} подія тут", few: "{n} події тут", many: "{n} подій тут", other: "{n} події тут" },
  groupNamed: { one: "{n} подія: {place}", few: "{n} події: {place}", many: "{n} подій: {place}", other: "{n} події: {place}" }, andOthers: { one: "{place} +{n}", other: "{place} +{n}" },
  dateUnknown: "дата невідома", weekOf: "тиждень від {date}",
  "date.day": "з точністю до дня", "date.weekend": "з точністю до вихідних", "date.week": "з точністю до тижня", "date.month": "з точністю до місяця", "date.year": "з точністю до року",
  "date.none": "у статті не сказано коли", dateWords: "у тексті: «{words}»; {precision}",
  "precision.site": "точне місце", "precision.district": "район", "precision.city": "населений пункт", "precision.near city": "поблизу населеного пункту", "precision.road segment": "ділянка дороги",
  "precision.water body": "водойма", "precision.region": "область, регіон", "precision.country": "країна", "precision.none": "без місця",
  "status.attempted": "спроба", "status.intercepted": "перехоплено", "status.denied": "заперечують", "status.reported": "повідомлено",
  when: "Коли", where: "Де", notPlaced: "Не на мапі",
  "claims.killed": "Загинули", "claims.injured": "Поранені", "claims.missing": "Зникли безвісти", "claims.abducted": "Викрадені або взяті в заручники", "claims.arrested": "Затримані або заарештовані", noVoice: "стаття, без посилання",
  "relation.superseded": "спершу названо, вже не твердять", "relation.feared": "побоюються", "relation.further": "понад уже названих", "relation.part": "з-поміж названих",
  inArticles: { one: "в {n} статті", other: "у {n} статтях" },
  whoBlames: "Хто кого звинувачує", "stance.blames": "звинувачення", "stance.claims responsibility": "взято відповідальність", "stance.denies": "заперечення", "stance.confirms": "підтвердження",
  reports: { one: "Що пише стаття", few: "Що пишуть {n} статті", many: "Що пишуть {n} статей", other: "Що пишуть {n} статті" },
  moreSentences: { one: "ще {n} речення", few: "ще {n} речення", many: "ще {n} речень", other: "ще {n} речення" },
  "mark.place": "місце", "mark.figure": "число", "mark.trigger": "що сталося", "mark.when": "коли", "mark.distance": "заявлена відстань",
  untitled: "Стаття без заголовка", noDate: "без дати",
  statedDistances: "Заявлена відстань", fromTo: "{from} – {to}", showLine: "Показати лінію", stated: "заявлено {value}", measured: "виміряно {value}", notMeasured: "не виміряно",
  edgeToEdge: "{range}, зважаючи на розмір місць", statedIn: { one: "заявлено в {n} статті", other: "заявлено у {n} статтях" }, otherView: "Виміряно до кордону ({view}): {value}",
  "verdict.consistent": "узгоджується", "verdict.road_distance_plausible": "можливо дорогою", "verdict.inconsistent": "не узгоджується", "verdict.uncheckable": "не перевірити", "verdict.none": "не заявлено",
  "hedge.exact": "", "hedge.about": "близько", "hedge.more_than": "понад", "hedge.less_than": "менш як", "hedge.within": "у межах", "hedge.nearly": "майже", "hedge.range": "",
  "unit.km": "км", "unit.mi": "миль", "unit.m": "м", "unit.ft": "футів", "unit.yd": "ярдів", "unit.nmi": "морських миль",
  whyHere: "Чому точка саме тут?", whyNotPlaced: "Чому цього немає на мапі?", noPlaceGiven: "У статті не сказано де, або сказано надто нечітко.",
  placeWords: "у тексті: «{words}»", confidence: "певність {percent} %", circle: "Коло навколо точки завширшки з сумнів: {radius}.", joined: "Повідомлення об’єднано, бо",
  contextPlace: "Згадане місце", contextName: "{name}, згадано", contextNote: "Згадано в тексті; про подію тут не повідомляють.",
  mentions: { one: "{n} згадка", few: "{n} згадки", many: "{n} згадок", other: "{n} згадки" }, cardName: "Подія", close: "Закрити",
  noDistances: "Жодна стаття не називає відстані між місцями.", distancesNote: "Відстані, названі у статтях, проти геодезичної лінії на еліпсоїді WGS 84.",
  legend: "Легенда", "legend.what": "Що сталося", "legend.where": "Точність місця", "legend.marks": "Позначки", "legend.lines": "Лінії",
  "legend.background": "згадано як передісторію", "legend.group": "кілька подій, за типом", "shape.exact": "місце, район або місто", "shape.near": "поблизу місця, дорога, вода", "shape.wide": "лише регіон або країна",
  "legend.circle": "завширшки з сумнів", "legend.context": "згадане місце без події", "legend.line": "виміряна відстань", "legend.border": "кордон", "legend.border.un": "кордон, позиція ООН", "legend.border.de-facto": "лінія дійсного контролю", "legend.disputed": "спірний кордон", showContext: "Показати згадані місця",
  zoomIn: "Збільшити", zoomOut: "Зменшити", fitAll: "Показати всі події", aboutShort: "Про мапу",
  method: "Як це читати",
  methodText: "Кожна точка – подія, про яку повідомляє принаймні одна стаття. Картка показує, хто це каже, яким реченням, і чому точка саме там. Дані різних джерел стоять поруч; їх не усереднено й не вибрано.",
  limitsText: "Статті читала програма. Вона може хибно прочитати речення, пропустити подію чи вибрати не те місто: перевірте цитату, перш ніж покладатися на точку. Повідомлення – ще не підтвердження.",
  download: "Завантажити показане", whatWasRead: "Що прочитано", articlesRead: "Статті", version: "Версія", publishers: { one: "{n} видання", few: "{n} видання", many: "{n} видань", other: "{n} видання" },
  failures: "Не вдалося прочитати", failuresNote: "Файли або рядки, які пропущено, з причиною.", skipped: "Відкладено", skippedNote: "Статті, які відкрито, але далі не читано.",
  unplacedNames: "Назви без місця", unplacedNote: "Назви, для яких не вибрано місця з довідника: здогад був би хибною точкою.", showNames: "Показати назви",
  borders: "Кордони", bordersNote: "Накреслено ті кордони, до яких вимірювали відстані. Спірні лінії – штрихові.",
  "worldview.un": "Позиція ООН: кордони, визнані Генеральною Асамблеєю", "worldview.de-facto": "Фактичний стан: лінії дійсного контролю", credits: "Дані та програми",
};

export const TABLES = { en: ENGLISH, uk: UKRAINIAN };
let chosen = "en";
let plurals = new Intl.PluralRules("en");
let figures = new Intl.NumberFormat("en-GB");

/** "uk" for anything Ukrainian, English otherwise. */
export function setLanguage(wanted) {
  chosen = /^uk\b/i.test(wanted ?? "") ? "uk" : "en";
  plurals = new Intl.PluralRules(chosen);
  figures = new Intl.NumberFormat(locale());
}

export function language() {
  return chosen;
}

/** Whose way of writing dates and numbers is used: days before months. */
export function locale() {
  return chosen === "uk" ? "uk" : "en-GB";
}

/** The words for a key with `{names}` filled in; `n` chooses the plural form. `fallback` is for keys that data bring. */
export function t(key, values = {}, fallback = null) {
  let words = TABLES[chosen][key] ?? fallback ?? key;
  if (typeof words === "object") words = words[plurals.select(values.n)] ?? words.other;
  return words.replace(/\{(\w+)\}/g, (_, name) => (name === "n" ? figures.format(values.n) : values[name]));
}

/** The fixed words of the document. */
export function translatePage() {
  document.documentElement.lang = chosen;
  document.title = t("title");
  for (const node of document.querySelectorAll("[data-t]")) node.textContent = t(node.dataset.t);
  for (const node of document.querySelectorAll("[data-t-label]")) node.setAttribute("aria-label", t(node.dataset.tLabel));
  const other = document.getElementById("language");
  other.textContent = chosen === "uk" ? "English" : "Українською";
  other.lang = chosen === "uk" ? "en" : "uk";
}
