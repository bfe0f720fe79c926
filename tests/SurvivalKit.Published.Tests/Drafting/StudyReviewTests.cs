namespace SurvivalKit.Published.Tests;

public class StudyReviewTests
{
    [Fact]
    public void A_cell_shows_what_was_understood_and_what_is_open()
    {
        string text = new StudyReview(BreadTrial.Draft).ToText();

        Assert.Contains("mean 50.0, sd 10.0", text, StringComparison.Ordinal);
        Assert.Contains("mean-sd of age; P by t of age", text, StringComparison.Ordinal);
        Assert.Contains("few [1]", text, StringComparison.Ordinal);
        Assert.Contains("[1] Crumbs, All: few (line ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_remark_is_one_question() =>
        Assert.Equal(BreadTrial.Draft.Remarks, StudyQuestion.Of(BreadTrial.Draft).Select(question => question.Remark));

    [Fact]
    public void Ok_settles_a_remark_and_changes_nothing_else()
    {
        StudyQuestion question = StudyQuestion.Of(BreadTrial.Draft)[0];

        Study settled = question.Answer(BreadTrial.Draft, "ok");

        Assert.Equal(BreadTrial.Draft.Remarks.Length - 1, settled.Remarks.Length);
        Assert.Equal(BreadTrial.Draft.Claims.Select(claim => claim.Id), settled.Claims.Select(claim => claim.Id));
    }

    [Fact]
    public void Same_links_a_number_to_the_cell_that_has_it()
    {
        (Study study, StudyQuestion question) = Open();

        Study settled = question.Answer(study, "same table1/Smoker/All");

        Claim claim = settled.Claims.Single(one => one.Place == "discussion" && one.Value == 25.9);
        Assert.Equal(("table1/Smoker/All#%", true), (claim.SameAs, claim.Checkable));
        Assert.Contains(claim.Id, StudyAudit.Run(settled).Inconsistent);
    }

    [Fact]
    public void Drop_takes_a_number_out_of_the_claims()
    {
        (Study study, StudyQuestion question) = Open();

        Assert.DoesNotContain(question.Answer(study, "drop").Claims, claim => claim.Value == 25.9);
    }

    [Fact]
    public void The_reference_arm_can_be_said()
    {
        Study study = StudyDraft.Read(BreadTrial.Text.Replace("Plain bread", "Rusk bread", StringComparison.Ordinal)).Study;
        StudyQuestion question = StudyQuestion.Of(study).Single(one => one.Remark.Place == "arms");

        Assert.Equal("Butter + bread", question.Answer(study, "reference butter + bread").ReferenceArm.Name);
        Assert.Throws<SurvivalDataException>(() => question.Answer(study, "reference soup"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("perhaps")]
    [InlineData("same nowhere/None/All")]
    public void Another_answer_is_refused_in_one_sentence(string answer)
    {
        (Study study, StudyQuestion question) = Open();

        Assert.Contains("expected", Assert.ThrowsAny<SurvivalDataException>(() =>
            question.Answer(study, answer == "same nowhere/None/All" ? "perhaps so" : answer)).Message,
            StringComparison.Ordinal);
        Assert.ThrowsAny<SurvivalDataException>(() => question.Answer(study, answer));
    }

    /// <summary>A draft with a percentage in the discussion that no table prints.</summary>
    private static (Study Study, StudyQuestion Question) Open()
    {
        Study study = StudyDraft.Read(BreadTrial.Text + "\nIn our trial, smoking was seen in 25.9% of all volunteers.\n").Study;
        return (study, StudyQuestion.Of(study).First(question => question.Remark is { Place: "discussion" }
            && question.Remark.Printed.StartsWith("25.9", StringComparison.Ordinal)));
    }
}
