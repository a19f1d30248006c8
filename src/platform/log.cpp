#include "platform/log.h"

#include "platform/state_folder.h"

#include <QFile>

#include <spdlog/logger.h>
#include <spdlog/sinks/rotating_file_sink.h>

#include <cstdio>
#include <memory>
#include <mutex>
#include <string>

#include <sys/stat.h>

namespace heed::platform::log {
namespace {

constexpr std::size_t fileBytes = 1024UL * 1024;
constexpr std::size_t olderFiles = 2;

std::mutex mutex;
std::shared_ptr<spdlog::logger> logger;

std::shared_ptr<spdlog::logger> current()
{
    const std::lock_guard lock(mutex);
    return logger;
}

void write(spdlog::level::level_enum level, Word what, std::initializer_list<Field> fields)
{
    const auto open = current();
    if (!open)
        return;
    std::string line = what.text();
    for (const auto& field : fields)
        line.append(" ").append(field.key.text()).append("=").append(field.value.text().constData());
    open->log(level, spdlog::string_view_t(line));
}

} // namespace

model::Result start()
{
    HEED_TAKE(const QString folder, stateFolder());
    const auto path = QFile::encodeName(folder + QStringLiteral("/heed.log")).toStdString();
    try {
        spdlog::file_event_handlers handlers;
        handlers.after_open = [](const spdlog::filename_t&, std::FILE* file) { ::fchmod(::fileno(file), 0600); };
        auto sink =
            std::make_shared<spdlog::sinks::rotating_file_sink_mt>(path, fileBytes, olderFiles, false, handlers);
        auto made = std::make_shared<spdlog::logger>("heed", std::move(sink));
        made->set_pattern("%Y-%m-%dT%H:%M:%S.%e%z %P %l %v");
        made->flush_on(spdlog::level::warn);
        // A log that fails must not stop the work, nor write to the terminal.
        made->set_error_handler([](const std::string&) {});
        const std::lock_guard lock(mutex);
        logger = std::move(made);
    } catch (const spdlog::spdlog_ex&) {
        return model::failure(
            model::ErrorCode::MachineFailed,
            QStringLiteral("The log in \"%1\" could not be opened: check the folder's permissions.").arg(folder));
    }
    return {};
}

void stop()
{
    const std::lock_guard lock(mutex);
    if (logger)
        logger->flush();
    logger.reset();
}

void event(Word what, std::initializer_list<Field> fields)
{
    write(spdlog::level::info, what, fields);
}

void warning(Word what, std::initializer_list<Field> fields)
{
    write(spdlog::level::warn, what, fields);
}

} // namespace heed::platform::log
