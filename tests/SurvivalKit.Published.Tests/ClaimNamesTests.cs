namespace SurvivalKit.Published.Tests;

/// <summary>Claims and places by the names that a paper has for them.</summary>
public class ClaimNamesTests
{
    [Theory]
    [InlineData("table1", "Table 1")]
    [InlineData("table-12", "Table 12")]
    [InlineData("figure1a", "Figure 1A")]
    [InlineData("text", "Results")]
    [InlineData("abstract", "Abstract")]
    [InlineData("graphical-abstract", "Graphical abstract")]
    [InlineData("supplement", "Supplement")]
    [InlineData("s", "S")]
    public void A_place_has_the_name_of_the_paper(string place, string name) => Assert.Equal(name, ClaimNames.PlaceName(place));

    [Theory]
    [InlineData("table1/Ki-67 index > Mean ± SD (range)/All#mean", "Table 1, Ki-67 index, mean, all patients")]
    [InlineData("table1/Ki-67 index > >55%/EP alone#n", "Table 1, Ki-67 index, >55%, number, EP alone")]
    [InlineData("table1/N/All#n", "Table 1, patients, number, all patients")]
    [InlineData("table2/Best response > PD/All#n", "Table 2, Best response, PD, number, all patients")]
    [InlineData("table2/ORR (CR + PR)/P#p", "Table 2, ORR (CR + PR), P")]
    [InlineData("text/OS univariate > NLR > 3#hr", "Results, OS univariate, NLR > 3, hazard ratio")]
    [InlineData("figure1b#lower", "Figure 1B, lower limit")]
    public void A_claim_is_named_by_place_row_aspect_and_group(string id, string name)
    {
        Study study = Samples.Paper;
        Assert.Equal(name, study.NameOf(study[id]));
    }

    [Fact]
    public void The_names_of_all_claims_are_different_and_have_no_sign_of_the_file()
    {
        foreach (Study study in new[] { Samples.Paper, Samples.Invented, PlantedTrial.Study })
        {
            string[] names = [.. study.Claims.Select(study.NameOf)];
            Assert.All(names, name => Assert.DoesNotMatch("[#{}]|^table|, ,|, $", name));
            Assert.Empty(study.Claims.GroupBy(study.NameOf).Where(claims => claims.Count() > 1).Select(claims => claims.Key));
        }
    }
}
