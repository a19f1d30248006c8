#include "gui/cases/colleagues.h"

#include "session/people.h"

namespace heed::gui::cases {

void askColleagues(Context& context, QObject* receiver, std::function<void(const QStringList&)> take)
{
    context.thread->ask(
        receiver, [](session::Session& session) { return session::members(session); },
        [desk = context.member.desk, own = context.member.name,
         take = std::move(take)](const model::Expected<std::vector<session::MemberRow>>& rows) {
            if (!rows)
                return;
            QStringList names;
            for (const auto& row : *rows)
                if (row.role && model::deskOf(*row.role) == desk && row.name != own)
                    names << row.name;
            take(names);
        });
}

} // namespace heed::gui::cases
