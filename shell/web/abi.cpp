// The C ABI of the wasm: opaque handles, pointer and length, nothing else. Its other side is src/abi.ts.
//
// A message to an instance is a JSON value as core/json/flat.h lays it out, written by the script to what
// canvass_input() gave it. An answer is JSON text: the function returns its length, canvass_output() its address,
// both valid until the next call. The clock and random bytes come from the page.
#include <algorithm>

#include "core/json/flat.h"
#include "core/json/json.h"
#include "shell/web/faces.h"
#include "shell/web/instance.h"

#define CANVASS_EXPORT(name) __attribute__((export_name(#name), used))

namespace {

using canvass::core::Value;
using canvass::web::FrameReport;
using canvass::web::Instance;
using canvass::web::Pointer;

struct Exchange {
    std::string input, output;
    std::vector<Instance*> instances;
};

Exchange& exchange() {
    static Exchange all;
    return all;
}

std::uint32_t answer(const Value& value) {
    exchange().output = write_json(value);
    return static_cast<std::uint32_t>(exchange().output.size());
}

// What the script wrote is trusted to be well formed; a buffer past the limits reads as null.
Value message(std::uint32_t length) {
    auto value = canvass::core::read_flat(std::string_view(exchange().input).substr(0, length));
    return value ? std::move(*value) : Value();
}

}  // namespace

extern "C" {

CANVASS_EXPORT(canvass_input) char* canvass_input(std::uint32_t size) {
    exchange().input.resize(size);
    return exchange().input.data();
}

CANVASS_EXPORT(canvass_output) const char* canvass_output() { return exchange().output.data(); }

CANVASS_EXPORT(canvass_create) Instance* canvass_create(std::uint32_t face) {
    return exchange().instances.emplace_back(new Instance(face));
}

CANVASS_EXPORT(canvass_destroy) void canvass_destroy(Instance* instance) {
    auto& all = exchange().instances;
    all.erase(std::remove(all.begin(), all.end(), instance), all.end());
    delete instance;
}

CANVASS_EXPORT(canvass_load) std::uint32_t canvass_load(Instance* instance, std::uint32_t length) {
    return answer(instance->load(message(length)));
}

CANVASS_EXPORT(canvass_act) std::uint32_t canvass_act(Instance* instance, std::uint32_t length) {
    return answer(instance->act(message(length)));
}

CANVASS_EXPORT(canvass_respond) std::uint32_t canvass_respond(Instance* instance, std::uint32_t length) {
    return answer(instance->respond(message(length)));
}

CANVASS_EXPORT(canvass_texts) void canvass_texts(Instance* instance, std::uint32_t length) {
    instance->set_texts(message(length));
}

CANVASS_EXPORT(canvass_show) void canvass_show(Instance* instance, std::uint32_t length) {
    instance->show(message(length));
}

CANVASS_EXPORT(canvass_results) std::uint32_t canvass_results(Instance* instance, std::uint32_t length) {
    return instance->take_results(message(length)) ? 1 : 0;
}

CANVASS_EXPORT(canvass_theme) const canvass::widget::Theme* canvass_theme(Instance* instance, std::uint32_t length) {
    return &instance->set_theme(message(length));
}

CANVASS_EXPORT(canvass_clock) void canvass_clock(Instance* instance, double now_ms, std::int32_t offset_minutes) {
    instance->set_clock({now_ms, offset_minutes});
}

CANVASS_EXPORT(canvass_face) void canvass_face(Instance* instance, std::uint32_t face) { instance->set_face(face); }

CANVASS_EXPORT(canvass_data) std::uint32_t canvass_data(Instance* instance) { return answer(instance->data()); }

CANVASS_EXPORT(canvass_snapshot) std::uint32_t canvass_snapshot(Instance* instance) {
    return answer(instance->snapshot());
}

CANVASS_EXPORT(canvass_events) std::uint32_t canvass_events(Instance* instance) {
    return answer(instance->take_events());
}

CANVASS_EXPORT(canvass_pointer) void canvass_pointer(Instance* instance, Pointer kind, float x, float y,
                                                     std::int32_t touch) {
    instance->pointer(kind, x, y, touch != 0);
}

// `length` bytes of text lie in the input.
CANVASS_EXPORT(canvass_control) void canvass_control(Instance* instance, canvass::widget::ControlEvent::Kind kind,
                                                     std::uint32_t node, float value, std::uint32_t length) {
    instance->control({kind, node, value, exchange().input.substr(0, length)});
}

CANVASS_EXPORT(canvass_frame) const FrameReport* canvass_frame(Instance* instance, float width, float window_top,
                                                               float window_height, float pixel_ratio,
                                                               float seconds) {
    return &instance->frame({width, window_top, window_height, pixel_ratio}, seconds);
}

CANVASS_EXPORT(canvass_paint) void canvass_paint(Instance* instance, float band_height) { instance->paint(band_height); }

CANVASS_EXPORT(canvass_forget_glyphs) void canvass_forget_glyphs() {
    canvass::web::forget_glyphs();
    for (Instance* const instance : exchange().instances) instance->invalidate();
}

CANVASS_EXPORT(canvass_forget_textures) void canvass_forget_textures() {
    canvass::web::forget_textures();
    for (Instance* const instance : exchange().instances) instance->invalidate();
}

}  // extern "C"
