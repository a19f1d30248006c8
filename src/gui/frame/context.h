#pragma once

#include "gui/frame/navigator.h"

#include "model/guidance_file.h"
#include "model/profile.h"
#include "platform/settings.h"
#include "session/thread.h"

namespace heed::gui {

/// What a page needs of the world, from sign-in to lock. All pages of one sign-in share it and are deleted before it.
struct Context {
    session::SessionThread* thread = nullptr;
    Navigator* navigator = nullptr;
    session::Member member;
    model::Profile profile; ///< kept current by the window when the profile changes
    platform::Settings* settings = nullptr;
    QString lastCase;                          ///< the reference of the case that was opened last
    std::vector<model::GuidanceFile> guidance; ///< the school's own pages and cards; kept current as the profile is

    /// Whether this member reads a desk besides *everyone*.
    bool isReader() const { return !member.desk.isEmpty(); }
};

} // namespace heed::gui
