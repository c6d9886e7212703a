// Files and signatures: the shell has the controls, and sets the answer by the question's name.
#include "core/json/json.h"
#include "widget/ui/embed.h"
#include "widget/views/views.h"

namespace canvass::widget::views {

namespace {

Node* answered_by_the_shell(ui::Frame& frame, const ElementView& view, std::string_view kind, float height) {
    if (!frame.model().embeds) return nullptr;
    Node& node = ui::embed(frame, field_id(view), kind, label_of(frame, view), height);
    describe(frame, view, node);
    node.placeholder = frame.keep(view.name);
    return &node;
}

}  // namespace

void file(ui::Frame& frame, const ElementView& view) {
    Node* node = answered_by_the_shell(frame, view, "file", frame.theme().target);
    if (!node) return;
    if (!view.value.is_null()) node->text = frame.keep(core::write_json(view.value));
    const auto* settings = settings_of<core::FileSettings>(frame, view);
    if (!settings) return;
    node->options = frame.keep(settings->accepted);
    node->max = static_cast<float>(settings->max_bytes);
    node->value = settings->multiple ? static_cast<float>(settings->max_files) : 1;
    if (settings->multiple) node->flags |= flag_several;
    if (!settings->as_text) node->flags |= flag_native;
}

void signature(ui::Frame& frame, const ElementView& view) {
    if (Node* node = answered_by_the_shell(frame, view, "signature", 4 * frame.theme().target)) node->text = frame.keep(view.value.text());
}

}  // namespace canvass::widget::views
