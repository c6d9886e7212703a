// Definitions that several tests stand on.
#pragma once

#include <string_view>

namespace canvass::widget::tests {

// Every kind once, on one page, in English and German.
inline constexpr std::string_view every_kind = R"({
  "title": {"default": "Spring survey", "de": "Frühjahrsumfrage"},
  "description": "Two minutes, and nothing is stored that you do not write.",
  "elements": [
    {"type": "radiogroup", "name": "colour", "isRequired": true,
     "title": {"default": "Which colour do you like?", "de": "Welche Farbe magst du?"},
     "choices": [{"value": "red", "text": {"default": "Red", "de": "Rot"}},
                 {"value": "blue", "text": {"default": "Blue", "de": "Blau"}}], "showOtherItem": true},
    {"type": "checkbox", "name": "days", "title": "Which days suit you?",
     "choices": ["Monday", "Tuesday", "Wednesday"], "showNoneItem": true},
    {"type": "rating", "name": "score", "title": "How likely is it that you recommend us?",
     "rateMin": 0, "rateMax": 10, "minRateDescription": "Not at all", "maxRateDescription": "Very likely"},
    {"type": "rating", "name": "stars", "title": "The food?", "rateType": "stars"},
    {"type": "rating", "name": "faces", "title": "The music?", "rateType": "smileys"},
    {"type": "boolean", "name": "again", "title": "Do you come again?"},
    {"type": "panel", "name": "you", "title": "About you", "elements": [
      {"type": "text", "name": "mail", "title": "Your address", "inputType": "email",
       "placeholder": "name@example.org"},
      {"type": "text", "name": "age", "title": "Your age", "inputType": "number"}]},
    {"type": "comment", "name": "words", "title": "Anything else?", "description": "We read all of it."}
  ]})";

inline constexpr std::string_view two_pages = R"({
  "showProgressBar": true,
  "pages": [
    {"name": "first", "title": "First things", "elements": [
      {"type": "text", "name": "name", "title": "Your name", "isRequired": true},
      {"type": "radiogroup", "name": "size", "title": "Your size", "isRequired": true, "choices": ["S", "M"]}]},
    {"name": "second", "title": "Last things", "elements": [
      {"type": "text", "name": "town", "title": "The town of {name}"}]}
  ]})";

}  // namespace canvass::widget::tests
