#include "widget/widget.h"

#include <algorithm>
#include <utility>

#include "widget/ui/frame.h"
#include "widget/views/views.h"

namespace canvass::widget {

namespace {

bool reads_from_the_right(std::string_view locale) {
    const std::string_view language = locale.substr(0, locale.find_first_of("-_"));
    for (const std::string_view known : {"ar", "fa", "he", "ur", "ps", "ckb", "dv", "yi"})
        if (language == known) return true;
    return false;
}

}  // namespace

struct Widget::State {
    State(ImFontAtlas& atlas, TextPlatform& platform) : memory(atlas, platform) {}

    // Lays everything out once; returns the height of the content.
    float pass(const Surface& surface, const Model& model, bool painted) {
        ui::Window window;
        window.width = surface.width;
        window.top = surface.window_top;
        window.height = surface.window_height;
        window.pixel_ratio = surface.pixel_ratio;
        window.mirrored = model.survey && reads_from_the_right(model.survey->locale);
        window.painted = painted;
        memory.painter.begin(window);
        memory.semantics.clear();
        if (painted && theme.surface.alpha > 0)
            memory.painter.fill({0, surface.window_top, surface.width, surface.window_height}, theme.surface);
        ui::Frame frame(memory, theme, model, surface.width);
        views::survey(frame);
        return frame.y();
    }

    ui::Memory memory;
    Theme theme = light_theme();
    bool reduced_motion = false;
    bool repaint = true;
    std::uint64_t picture = 0, meaning = 0;
};

Widget::Widget(ImFontAtlas& atlas, TextPlatform& platform) : state_(std::make_unique<State>(atlas, platform)) {}
Widget::~Widget() = default;

void Widget::set_theme(const Theme& theme) { state_->theme = theme; }
void Widget::set_reduced_motion(bool reduced) { state_->reduced_motion = reduced; }

void Widget::pointer_move(float x, float y) { state_->memory.input.pointer_move(x, y); }
void Widget::pointer_leave() { state_->memory.input.pointer_leave(); }
void Widget::pointer_button(bool down, bool touch) { state_->memory.input.pointer_button(down, touch); }
void Widget::apply(ControlEvent event) { state_->memory.input.control(std::move(event)); }

FrameResult Widget::frame(const Surface& surface, float seconds, const Model& model, React react, void* context) {
    FrameResult result;
    if (surface.width <= 0 || surface.pixel_ratio <= 0) return result;
    State& state = *state_;
    ui::Memory& memory = state.memory;
    memory.animations.begin(seconds, state.reduced_motion ? 0 : state.theme.motion_seconds);

    while (memory.input.next()) {
        state.pass(surface, model, false);
        memory.input.settle();
        if (!memory.reactions.empty()) react(context, memory.reactions);
        memory.reactions.actions.clear();
        memory.reactions.requests.clear();
    }
    result.content_height = state.pass(surface, model, true);
    memory.painter.finish();
    memory.layouts.sweep();
    memory.animations.finish();

    const std::uint64_t picture = memory.painter.hash(), meaning = memory.semantics.hash();
    result.picture_changed = picture != state.picture || memory.painter.textures_changed() || state.repaint;
    result.semantics_changed = meaning != state.meaning || state.repaint;
    result.wants_frame = memory.animations.running();
    result.focus_moved = memory.input.take_focus_moved();
    state.picture = picture;
    state.meaning = meaning;
    state.repaint = false;
    return result;
}

const Semantics& Widget::semantics() const noexcept { return state_->memory.semantics; }
ImDrawData* Widget::draw_data() const noexcept { return state_->memory.painter.draw_data(); }
NodeId Widget::focus() const noexcept { return state_->memory.input.focus(); }

void Widget::restart() {
    state_->memory.folds.clear();
    state_->memory.tabs.clear();
}

void Widget::invalidate() {
    state_->memory.layouts.clear();
    state_->repaint = true;
}

}  // namespace canvass::widget
