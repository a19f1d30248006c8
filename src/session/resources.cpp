#include "session/resources.h"

#include "model/json.h"

#include <QFile>

#include <stdexcept>

// Qt's macro must stand outside every namespace.
static void makeReady()
{
    Q_INIT_RESOURCE(heed_data);
}

namespace heed::session {
namespace {

/// A file of ours that cannot be read is a broken program, not somebody's mistake.
template <model::Described T> T read(const QString& path)
{
    makeReady();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        throw std::logic_error("a resource is missing");
    auto value = model::parseJson(file.readAll(), path).and_then([&](const QCborMap& map) {
        return model::fromShape<T>(map, path);
    });
    if (!value)
        throw std::logic_error(value.error().message.toStdString());
    return std::move(*value);
}

} // namespace

model::Checklist builtInChecklist()
{
    return read<model::Checklist>(QStringLiteral(":/heed/checklists/cse.json"));
}

model::Profile builtInProfile()
{
    return read<model::Profile>(QStringLiteral(":/heed/profiles/default.json"));
}

} // namespace heed::session
