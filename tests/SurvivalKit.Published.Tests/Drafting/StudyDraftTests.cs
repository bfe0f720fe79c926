namespace SurvivalKit.Published.Tests;

public class StudyDraftTests
{
    private static Study Draft => BreadTrial.Draft;

    [Fact]
    public void The_arms_are_those_of_the_heading_of_the_baseline_table()
    {
        Assert.Equal([("Butter + bread", 20, false), ("Plain bread", 40, true)],
            Draft.Arms.Select(arm => (arm.Name, arm.N, arm.IsReference)));
        Assert.Equal("Bread and butter, an invented trial", Draft.Title);
    }

    [Fact]
    public void The_methods_are_those_that_are_named()
    {
        Assert.Equal(("R 4.4", Ties.Efron, 0.05), (Draft.Methods.Software, Draft.Methods.Ties, Draft.Methods.Significance));
        Assert.Equal(["t-test", "Fisher's exact test", "log-rank test"], Draft.Methods.Tests.Select(test => test.Test));
    }

    [Theory]
    [InlineData("table1/N/All#n", "60")]
    [InlineData("table1/Age > Mean ± SD/Butter + bread#mean", "50.0")]
    [InlineData("table1/Age > Mean ± SD/Plain bread#sd", "9.0")]
    [InlineData("table1/Age > ≥ 60 years/All#%", "20.0")]
    [InlineData("table1/Weight/Plain bread#max", "99")]
    [InlineData("table1/Smoker/Butter + bread#n", "5")]
    [InlineData("table1/Toast > Dark/Plain bread#n", "20")]
    [InlineData("table1/Toast/P#p", "1.0")]
    public void A_cell_is_a_claim_at_its_place(string id, string printed) => Assert.Equal(printed, Draft[id].Printed);

    [Fact]
    public void Rows_are_measured_by_what_their_cells_and_labels_are()
    {
        Assert.Equal(new MeanSdMeasure("age"), Measure<MeanSdMeasure>("Age > Mean ± SD"));
        Assert.Equal((ConditionKind.AtLeast, 60.0, "age"), Measure<CountMeasure>("Age > ≥ 60 years").Condition is var over
            ? (over.Kind, over.Bound, over.Columns[0]) : default);
        Assert.Equal(["Light", "Dark"], Draft.Variable("toast").Levels);
        Assert.Equal(VariableKind.Indicator, Draft.Variable(Measure<CountMeasure>("Smoker").Columns[0]).Kind);
        Assert.Equal(TestKind.FisherExact, Measure<PValueMeasure>("Smoker").Test);
        Assert.Equal(["median", "min", "max"], Draft.Claims.Where(claim => claim is { Row: "Weight", Column: "All" })
            .Select(claim => claim.Aspect));
    }

    [Fact]
    public void A_sentence_repeats_the_cell_that_it_names()
    {
        Assert.Equal("table1/Age > Mean ± SD/Plain bread#mean", Repeated("text", 52.0).SameAs);
        Claim[] response = [.. Draft.Claims.Where(claim => claim is { Place: "text", Aspect: "%" })];
        Assert.Equal(["table1/Response/Butter + bread#%", "table1/Response/Plain bread#%"], response.Select(claim => claim.SameAs));
        Assert.Equal("table1/Response/Butter + bread#%", Repeated("discussion", 50.0).SameAs);
    }

    [Fact]
    public void Sizes_and_the_period_of_the_abstract_are_claims()
    {
        Assert.Equal([("All", 60.0), ("Butter + bread", 20.0), ("Plain bread", 40.0)], Draft.Claims
            .Where(claim => claim is { Place: "abstract", Row: "N" }).Select(claim => (claim.Column!, claim.Value)));
        Assert.Equal([2011.0, 2014.0], Draft.Claims.Where(claim => claim.Aspect == Aspects.Year).Select(claim => claim.Value));
    }

    [Fact]
    public void A_hazard_ratio_has_its_endpoint_and_its_term()
    {
        CoxMeasure[] models = [.. Draft.Rows.Select(row => row.Measure).OfType<CoxMeasure>()];

        Assert.Equal([("os", "arm"), ("os", "fg")], models.Select(model => (model.Endpoint, model.Term)));
        Assert.Equal(["0.80", "0.40", "1.60", ".53", "2.00", "1.00", "4.00"], Draft.Claims
            .Where(claim => claim is { Place: "text", Column: null, Aspect: "hr" or "lower" or "upper" or "p" })
            .Select(claim => claim.Printed));
    }

    [Fact]
    public void Numbers_of_other_studies_are_no_claims() =>
        Assert.DoesNotContain(Draft.Claims, claim => claim.Value is 31 or 44 or 4.4);

    [Fact]
    public void What_is_not_understood_is_a_remark_with_its_place()
    {
        StudyRemark[] crumbs = [.. Draft.Remarks.Where(remark => remark.Row == "Crumbs")];

        Assert.Equal([("All", "few"), ("Butter + bread", "some"), ("Plain bread", "many")],
            crumbs.Select(remark => (remark.Column!, remark.Printed)));
        Assert.Equal(Array.FindIndex(BreadTrial.Text.Split('\n'), line => line.StartsWith("Crumbs", StringComparison.Ordinal)) + 1,
            crumbs[0].Line);
    }

    [Fact]
    public void The_audit_of_a_paper_without_contradictions_finds_none() => Assert.Empty(StudyAudit.Run(Draft).Inconsistent);

    [Fact]
    public void The_audit_of_the_draft_finds_what_was_planted()
    {
        Study wrong = StudyDraft.Read(BreadTrial.Text.Replace("15 (25.0)", "16 (25.0)", StringComparison.Ordinal)).Study;

        Assert.Contains("table1/Smoker/All#n", StudyAudit.Run(wrong).Inconsistent);
    }

    [Fact]
    public void Arms_are_found_in_running_text_where_no_table_has_them()
    {
        Study study = StudyDraft.Read(
            """
            # Jam

            ## Results

            We randomised 61 people to jam (n = 30) or to honey (n = 31). Median OS was 8.0 and 9.5 months for jam and honey, respectively
            (HR 0.90, 95% CI 0.60-1.35).
            """).Study;

        Assert.Equal([("jam", 30), ("honey", 31)], study.Arms.Select(arm => (arm.Name, arm.N)));
        Assert.Equal([("jam", 8.0), ("honey", 9.5)], study.Claims.Where(claim => claim.Aspect == Aspects.Median)
            .Select(claim => (claim.Column!, claim.Value)));
    }

    [Fact]
    public void Arms_that_are_given_need_not_be_found() => Assert.Equal(2, StudyDraft.Read(
        "# Jam\n\n## Results\n\nOS was longer with jam (HR 0.90, 95% CI 0.60-1.35).",
        new() { Arms = [new("jam", 30, false), new("honey", 31, true)] }).Study.Arms.Length);

    [Theory]
    [InlineData("")]
    [InlineData("Dear diary, today I ate bread.")]
    [InlineData("# Soup\n\n| soup | water |\n|--|--|\n| hot | cold |\n")]
    public void A_text_without_arms_is_one_sentence(string text)
    {
        var error = Assert.Throws<SurvivalDataException>(() => StudyDraft.Read(text));

        Assert.Contains("No two arms", error.Message, StringComparison.Ordinal);
    }

    private static T Measure<T>(string row)
        where T : StudyMeasure => (T)Draft.Rows.First(one => one.Place == "table1" && one.Row == row && one.Measure is T).Measure;

    private static Claim Repeated(string place, double value) => Draft.Claims.First(claim => claim.Place == place && claim.Value == value);

    [Fact]
    public void Percentages_of_genes_in_other_studies_contradict_nothing()
    {
        const string Genes = "Mutations were found of GLU1 (40%) and GLU2 (20%).";
        const string Own = "In our trial, GLU1 (50%) was the most frequent mutation.";
        const string Others = "Rye, meanwhile, has mutations of GLU1 (90%).";
        string text = BreadTrial.Text.Replace("## Discussion\n", $"{Genes}\n\n## Discussion\n\n{Own} {Others}\n", StringComparison.Ordinal);

        Claim[] claims = [.. StudyDraft.Read(text, new() { Id = "bread" }).Study.Claims
            .Where(claim => claim.Row == "Gene alterations > GLU1")];

        Assert.Equal(["40%", "50%"], claims.Select(claim => claim.Printed));
        Assert.Equal(claims[0].Id, claims[1].SameAs);
    }
}
