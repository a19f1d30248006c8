#pragma once

#include "register/csv.h"
#include "register/plan.h"
#include "session/session.h"

namespace heed::session {

// Pupils from the school's own system: looked at, planned, and then brought in whole or not at all. By a lead.

struct ImportRequest {
    QString path;
    std::optional<pupils::Mapping> mapping; ///< of a CSV file; none: as guessed, or as last time with these headings
    pupils::Given given;                    ///< of a CSV file: what is known better than that
    bool whole = false;                     ///< somebody said that the file names everybody: who is not in it has left
    pupils::Decisions decisions;
};

struct ImportPreview {
    QString file;           ///< its name
    QByteArray fingerprint; ///< of its bytes
    bool isCsv = false;
    bool asLastTime = false;  ///< a CSV file was read as one with the same headings was the last time
    bool whole = false;       ///< who is not in it has left
    pupils::Mapping mapping;  ///< that a CSV file was read with
    QByteArray registerState; ///< that the plan was made on
    pupils::Plan plan;
    QByteArray refusedCsv; ///< to save, correct and read again; empty where nothing was refused
};

/// What a file seems to be, before it is read.
struct FileLook {
    bool isCsv = false; ///< else it is XML, which needs no mapping
    pupils::Look look;  ///< of a CSV file
    bool asLastTime = false;
};

/// What a file seems to hold, where that is not `given`. NotFound, BadInput.
model::Expected<FileLook> lookAtFile(const QString& path, const pupils::Given& given = {});

/// What bringing the file in would do; nothing is changed. BadInput says in one sentence why the file cannot be read.
model::Expected<ImportPreview> previewImport(Session& session, const ImportRequest& request,
                                             const Progress& progress = {});

/// What somebody has looked at before they bring it in; empty for anything.
struct Looked {
    QByteArray fingerprint;   ///< of the file
    QByteArray registerState; ///< of the register
};

/// Does it, in one transaction with an entry that says who, when, which file and how many. BadInput where file or
/// register are no longer what was `looked` at. Cancelled, it changes nothing. How a CSV file was read is remembered
/// for the next with the same headings.
model::Expected<ImportPreview> importPupils(Session& session, const ImportRequest& request, const Looked& looked,
                                            const Progress& progress = {});

} // namespace heed::session
