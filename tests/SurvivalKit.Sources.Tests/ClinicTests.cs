using Microsoft.Data.Analysis;

namespace SurvivalKit.Sources.Tests;

/// <summary>One data set as haven writes it for SPSS, Stata and SAS, against what R says it holds.</summary>
public class ClinicTests
{
    private static readonly string[] Measured = ["age", "months", "score", "visit", "seen"];

    [Theory]
    [InlineData("clinic.sav")]
    [InlineData("clinic-plain.sav")]
    [InlineData("clinic.zsav")]
    [InlineData("clinic-8.dta")]
    [InlineData("clinic-10.dta")]
    [InlineData("clinic-13.dta")]
    [InlineData("clinic-14.dta")]
    [InlineData("clinic-15.dta")]
    [InlineData("clinic-5.xpt")]
    [InlineData("clinic-8.xpt")]
    public void Numbers_and_dates_are_those_of_the_other_program(string file)
    {
        DataFrame expected = Fixture.Read("clinic.csv");
        DataFrame frame = Fixture.Read(file);

        Assert.Equal(6, frame.Rows.Count);
        Assert.All(Measured, column =>
        {
            // The mainframe's numbers of SAS end before 1e-300.
            string?[] values = Fixture.Cells(expected, column);
            Assert.Equal(
                file.EndsWith(".xpt", StringComparison.Ordinal) ? [.. values.Select(value => value == "1E-300" ? "0" : value)] : values,
                Fixture.Cells(frame, column));
        });
    }

    [Theory]
    [InlineData("clinic.sav")]
    [InlineData("clinic-plain.sav")]
    [InlineData("clinic.zsav")]
    [InlineData("clinic-13.dta")]
    [InlineData("clinic-14.dta")]
    [InlineData("clinic-15.dta")]
    public void Long_texts_are_whole(string file) =>
        Assert.Equal(
            Fixture.Cells(Fixture.Read("clinic.csv"), "note").Select(note => note?.TrimEnd()),
            Fixture.Cells(Fixture.Read(file), "note").Select(note => note?.TrimEnd()));

    [Theory]
    [InlineData("clinic.sav")]
    [InlineData("clinic.zsav")]
    [InlineData("clinic-14.dta")]
    [InlineData("clinic-5.xpt")]
    [InlineData("clinic-8.xpt")]
    public void Letters_beyond_ASCII_are_read(string file) =>
        Assert.Equal(["A-01", "B-02", "Zoë", null, "Åsa", "F-06"], Fixture.Cells(Fixture.Read(file), "id"));

    [Theory]
    [InlineData("clinic.sav")]
    [InlineData("clinic-8.dta")]
    [InlineData("clinic-10.dta")]
    [InlineData("clinic-14.dta")]
    public void Labels_of_values_become_levels_in_the_order_of_the_values(string file)
    {
        DataFrame frame = Fixture.Read(file);

        Assert.Equal(["male", "female"], ((FactorColumn)frame["sex"]).Levels);
        Assert.Equal(["early", "middle", "late", "never"], ((FactorColumn)frame["stage"]).Levels);
        Assert.Equal(["male", "female", "female", "male", null, "female"], Fixture.Cells(frame, "sex"));
        Assert.Contains("score stays numbers: 2 of its 6 values have a label", SurvivalData.NotesOf(frame));
    }

    [Theory]
    [InlineData("clinic.sav")]
    [InlineData("clinic-14.dta")]
    public void The_codes_are_there_for_who_asks(string file) =>
        Assert.Equal(
            ["1", "2", "2", "1", null, "2"],
            Fixture.Cells(Fixture.Read(file, new() { ValueLabels = ValueLabelUse.Codes }), "sex"));

    [Theory]
    [InlineData("clinic.sav")]
    [InlineData("clinic-14.dta")]
    [InlineData("clinic-5.xpt")]
    [InlineData("clinic-8.xpt")]
    public void Variables_have_their_labels(string file)
    {
        IReadOnlyDictionary<string, string> labels = SurvivalData.LabelsOf(Fixture.Read(file));

        Assert.Equal("Age (years)", labels["age"]);
        Assert.Equal("Time from diagnosis", labels["months"]);
    }

    [Fact]
    public void Stata_declares_missing_values_by_letters()
    {
        Assert.Equal(["10", null, null, "2500", null, null], Fixture.Cells(Fixture.Read("clinic-14.dta"), "income"));
        Assert.Contains(
            "income: 3 declared missing (2 unknown, 1 refused)", SurvivalData.NotesOf(Fixture.Read("clinic-14.dta")));

        DataFrame apart = Fixture.Read("clinic-14.dta", new() { DeclaredMissing = DeclaredMissingUse.Column });
        Assert.Equal([null, "refused", "unknown", null, "unknown", null], Fixture.Cells(apart, "income.missing"));
    }

    [Fact]
    public void SPSS_declares_values_and_ranges()
    {
        DataFrame frame = Fixture.Read("clinic.sav");
        Assert.Equal(["10", null, null, "2500", null, null], Fixture.Cells(frame, "income"));
        Assert.Equal(["1", "2", null, null, "3", "250"], Fixture.Cells(frame, "dose"));
        Assert.Equal(["north", "south"], ((FactorColumn)frame["site"]).Levels);
        Assert.Contains("dose: 2 declared missing (1 -7, 1 -9)", SurvivalData.NotesOf(frame));

        DataFrame apart = Fixture.Read("clinic.sav", new() { DeclaredMissing = DeclaredMissingUse.Column });
        Assert.Equal([null, null, "nowhere", null, null, null], Fixture.Cells(apart, "site.missing"));

        DataFrame values = Fixture.Read("clinic.sav", new() { DeclaredMissing = DeclaredMissingUse.Values });
        Assert.Equal(["1", "2", "-9", "-7", "3", "250"], Fixture.Cells(values, "dose"));
        Assert.Equal(["north", "south", "nowhere", "north", "south", "north"], Fixture.Cells(values, "site"));
    }

    [Fact]
    public void A_file_of_foreign_has_its_factor()
    {
        DataFrame frame = Fixture.Read("foreign.dta");

        Assert.Equal(["b", "a"], ((FactorColumn)frame["arm"]).Levels);
        Assert.Equal(["b", "a", "b"], Fixture.Cells(frame, "arm"));
        Assert.Equal(["1.5", "2", null], Fixture.Cells(frame, "time"));
        Assert.Equal(["1", null, "3"], Fixture.Cells(frame, "n"));

        // It writes dates as numbers without a format.
        Assert.Equal(["14976", null, "15373"], Fixture.Cells(frame, "day"));
        Assert.Empty(SurvivalData.LabelsOf(frame));
    }

    [Theory]
    [InlineData("latin1", "ZoÃ«")]
    [InlineData("cp1252", "ZoÃ«")]
    [InlineData("utf8", "Zoë")]
    public void An_encoding_is_given_by_the_names_that_text_files_take(string encoding, string expected) =>
        Assert.Equal(
            expected,
            Fixture.Cells(Fixture.Read("clinic-5.xpt", new() { Text = new() { Encoding = encoding } }), "id")[2]);
}
