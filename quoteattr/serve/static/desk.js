// The page of an article: keys, selections and the bounds of quotes. Without this script everything
// can be read, and speakers and kinds be corrected.
//
// Offsets are code points of the text as the server has it. Each part of the text says where it
// stands; of a part that is shown by another number of characters, such as the end of a line, only
// its beginning and its end have an offset. The server checks every offset by the words.
"use strict";

const article = document.querySelector(".desk .qa-text");
const parts = article ? [...article.querySelectorAll("[data-start]")] : [];
const cards = [...document.querySelectorAll(".cards > li")];
const add = document.querySelector("#add");
const help = document.querySelector("#help");
let current = null;

// The text as it is shown, a code point an offset.
const text = [];
for (const part of parts) {
  const shown = [...part.textContent];
  const length = part.dataset.end - part.dataset.start;
  if (shown.length === length) for (const point of shown) text.push(point);
  else text.push(part.textContent, ...Array(length - 1).fill(""));
}
const words = (start, end) => text.slice(start, end).join("");

// The offset of a place in the document.
function offset(node, index) {
  let place = 0;
  for (const part of parts) {
    const range = document.createRange();
    range.selectNodeContents(part);
    const side = range.comparePoint(node, index);
    if (side < 0) break;
    place = Number(part.dataset.end);
    if (side > 0) continue;
    range.setEnd(node, index);
    const before = [...range.toString()].length;
    const start = Number(part.dataset.start);
    if ([...part.textContent].length === place - start) return start + before;
    return before ? place : start;
  }
  return place;
}

// What is selected in the article, without white space around it; null if nothing is.
function selected() {
  const selection = window.getSelection();
  if (!article || !selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!range.intersectsNode(article)) return null;
  let start = offset(range.startContainer, range.startOffset);
  let end = offset(range.endContainer, range.endOffset);
  while (start < end && !text[start].trim()) start++;
  while (start < end && !text[end - 1].trim()) end--;
  return start < end ? [start, end] : null;
}

// -- the quote at hand --

function go(card) {
  if (!card) return;
  for (const element of document.querySelectorAll(".current")) element.classList.remove("current");
  current = card;
  card.classList.add("current");
  const own = parts.filter((part) => ` ${part.dataset.quotes || ""} `.includes(` ${card.dataset.quote} `));
  for (const part of own) part.classList.add("current");
  for (const why of document.querySelectorAll(".qa-why")) why.open = card.contains(why);
  card.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
  if (own.length) own[0].scrollIntoView({ block: "nearest" });
}

const step = (by) => go(cards[Math.min(Math.max(cards.indexOf(current) + by, 0), cards.length - 1)]);

article?.addEventListener("click", (event) => {
  const part = event.target.closest("[data-quotes]");
  if (part && !selected()) go(cards[part.dataset.quotes.split(" ").pop()]);
});

// -- bounds --

function setBounds(form, start, end) {
  if (!(start < end)) return;
  form.elements.new_start.value = start;
  form.elements.new_end.value = end;
  form.elements.new_words.value = words(start, end);
  form.querySelector(".chosen").textContent = words(start, end);
}

const isWord = (place) => text[place] !== undefined && text[place].trim() !== "";

// The beginning of the word before or after an offset; of an end, the end of it.
function nudge(place, by, isEnd) {
  const edge = (at) => (isEnd ? isWord(at - 1) && !isWord(at) : isWord(at) && !isWord(at - 1));
  let at = place + by;
  while (at > 0 && at < text.length && !edge(at)) at += by;
  return Math.min(Math.max(at, 0), text.length);
}

for (const field of document.querySelectorAll(".bounds")) {
  const form = field.closest("form");
  const bound = (end) => Number(form.elements[`new_${end}`].value || form.elements[end].value);
  field.hidden = false;
  field.querySelector(".chosen").textContent = words(bound("start"), bound("end"));
  for (const button of field.querySelectorAll("[data-end]")) {
    button.addEventListener("click", () => {
      const place = { start: bound("start"), end: bound("end") };
      const end = button.dataset.end;
      place[end] = nudge(place[end], Number(button.dataset.by), end === "end");
      setBounds(form, place.start, place.end);
    });
  }
  field.querySelector(".take").addEventListener("click", () => {
    const span = selected();
    if (span) setBounds(form, ...span);
  });
}

// -- a missed quote --

function addSelected() {
  if (!add) return;
  const form = add.querySelector("form");
  const span = selected();
  add.open = true;
  if (span) {
    form.elements.start.value = span[0];
    form.elements.end.value = span[1];
    form.elements.words.value = words(...span);
  }
  form.elements[span ? "speaker" : "words"].focus();
}

// Words that are typed are searched by the server.
add?.querySelector("textarea").addEventListener("input", (event) => {
  event.target.form.elements.start.value = event.target.form.elements.end.value = "";
});

// -- keys --

const keys = {
  j: () => step(1),
  k: () => step(-1),
  e: () => {
    const edit = current?.querySelector(".edit");
    if (!edit) return;
    edit.open = true;
    edit.querySelector("[name=speaker]").focus();
  },
  n: () => current?.querySelector(".nobody")?.click(),
  a: addSelected,
  "?": () => help.showModal(),
};

// A blind review has the text without keys.
const button = document.querySelector("#keys-button");
if (button) {
  button.hidden = false;
  button.addEventListener("click", keys["?"]);
  document.addEventListener("keydown", (event) => {
    const busy = event.target.closest("input, textarea, select, dialog");
    if (busy || event.ctrlKey || event.metaKey || event.altKey || !keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  });
  go(cards.find((card) => "here" in card.dataset));
}
