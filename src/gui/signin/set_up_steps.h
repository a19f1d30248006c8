#pragma once

#include "gui/signin/set_up_step.h"

class QLineEdit;
class QComboBox;

namespace heed::gui {
class Banner;
class ErrorSummary;
class Field;
} // namespace heed::gui

namespace heed::gui::settings {
class LeadsEditor;
class PostsEditor;
class SharesEditor;
} // namespace heed::gui::settings

namespace heed::gui::signin {

class PasswordFields;

/// The school's name, its numbers and its posts.
class SchoolStep : public SetUpStep {
    Q_OBJECT

public:
    SchoolStep();
    QString title() const override { return tr("The school"); }
    void read(const session::SetUpRequest& request) override;
    bool write(session::SetUpRequest& request) override;
    QWidget* firstField() override;

private:
    QLineEdit* m_name;
    Field* m_nameField;
    settings::PostsEditor* m_posts;
};

class LeadsStep : public SetUpStep {
    Q_OBJECT

public:
    LeadsStep();
    QString title() const override { return tr("The safeguarding leads"); }
    void read(const session::SetUpRequest& request) override;
    bool write(session::SetUpRequest& request) override;
    QWidget* firstField() override;

private:
    settings::LeadsEditor* m_leads;
    ErrorSummary* m_errors;
    bool m_filled = false;
};

/// The folder, and what to think of before it lies on a network.
class PlaceStep : public SetUpStep {
    Q_OBJECT

public:
    PlaceStep();
    QString title() const override { return tr("Where the records are kept"); }
    void read(const session::SetUpRequest& request) override;
    bool write(session::SetUpRequest& request) override;
    QWidget* firstField() override;

private:
    void choose();
    void look();

    QLineEdit* m_folder;
    Field* m_field;
    Banner* m_network;
    QComboBox* m_group;
    QString m_school;
};

/// The first safeguarding lead, and their password.
class YouStep : public SetUpStep {
    Q_OBJECT

public:
    YouStep();
    QString title() const override { return tr("You"); }
    void read(const session::SetUpRequest& request) override;
    bool write(session::SetUpRequest& request) override;
    QWidget* firstField() override;

private:
    QComboBox* m_name;
    Field* m_nameField;
    PasswordFields* m_password;
    QString m_school;
};

/// How many shares, how many are needed, and who keeps them.
class RecoveryStep : public SetUpStep {
    Q_OBJECT

public:
    RecoveryStep();
    QString title() const override { return tr("If every key is lost"); }
    void read(const session::SetUpRequest& request) override;
    bool write(session::SetUpRequest& request) override;
    QWidget* firstField() override;

private:
    settings::SharesEditor* m_shares;
};

} // namespace heed::gui::signin
