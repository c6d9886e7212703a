// One widget: a session's view painted by Dear ImGui and told as semantics, input of both kinds taken, actions
// out. Knows neither browser nor JSON; the shell (web, native, tests) owns the clock, the surface and the
// transport.
//
// Frame: pointer_…() and apply() queue what happened, then frame() takes it in that order. When input leads to
// actions, frame() hands them to the caller's function before it takes the next input, and lays out once more,
// so pixels and semantics never show a stale state. Nothing is allocated in a frame in which nothing changed.
// Of ImGui only draw lists and the font atlas are used: there is no ImGuiContext, so the picture can as well be
// appended to a host's own ImGui frame.
// Fonts: the atlas's first font is the text, the second one, if there is one, its bold; sizes are in the
// loader's own measure of `size`.
// Height: the element is as tall as its content; the surface is a window on it (`window_top`, `window_height`).
// Fonts: the atlas's first font is the text's; its second, where there is one, is the bold one.
// Ownership: the atlas is shared by any number of widgets and belongs to the caller, who must not tie it to an
// ImGuiContext; the model is the caller's and is read during frame() only.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "core/session/action.h"
#include "widget/model.h"
#include "widget/semantics.h"
#include "widget/text_platform.h"
#include "widget/theme.h"

struct ImFontAtlas;
struct ImDrawData;

namespace canvass::widget {

struct Surface {
    float width = 0;          // of the element, CSS pixels
    float window_top = 0;     // where the window on the content begins
    float window_height = 0;
    float pixel_ratio = 1;
};

// What a native control of the mirror, or a test, did to a node.
struct ControlEvent {
    enum class Kind : std::uint32_t { press, set_value, set_text, focus, blur } kind = Kind::press;
    NodeId node = 0;
    float value = 0;    // set_value; focus: 1 when the pointer brought it, which paints no ring
    std::string text;   // set_text
};

// What the shell must do; everything else is an Action of the session.
enum class Request : std::uint8_t { retry_sending, retry_results, show_results };

struct Reactions {
    std::vector<core::Action> actions;
    std::vector<Request> requests;
    bool empty() const noexcept { return actions.empty() && requests.empty(); }
};

struct FrameResult {
    bool picture_changed = false;    // draw_data() is to be painted
    bool semantics_changed = false;
    bool wants_frame = false;        // an animation goes on
    bool focus_moved = false;        // by the widget itself: the mirror is to focus the node focus()
    float content_height = 0;
};

class Widget {
public:
    Widget(ImFontAtlas& atlas, TextPlatform& platform);
    ~Widget();
    Widget(const Widget&) = delete;
    Widget& operator=(const Widget&) = delete;

    void set_theme(const Theme& theme);
    void set_reduced_motion(bool reduced);

    void pointer_move(float x, float y);  // element coordinates; off the element: pointer_leave
    void pointer_leave();
    void pointer_button(bool down, bool touch);
    void apply(ControlEvent event);  // taken by its primitive in the next frame

    // `seconds` since the last frame. `react` applies the reactions to the session and brings the model up to
    // date; it may be called more than once.
    using React = void (*)(void* context, const Reactions& reactions);
    FrameResult frame(const Surface& surface, float seconds, const Model& model, React react, void* context);

    const Semantics& semantics() const noexcept;
    ImDrawData* draw_data() const noexcept;
    NodeId focus() const noexcept;
    // The surface was lost or the fonts changed: lay out and paint everything anew. The textures and the
    // atlas are the caller's to renew.
    void invalidate();
    // Another session stands behind the model: what was unfolded, and which tabs were shown, is forgotten.
    void restart();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace canvass::widget
