namespace SurvivalKit.Published.Tests;

/// <summary>The invented trial with planted contradictions: each of them is found by the check it was planted for, and nothing else is
/// found.</summary>
public class PlantedAuditTests
{
    [Fact]
    public void Every_plant_is_found_by_its_check_and_no_other_number_is_called_inconsistent()
    {
        StudyAudit audit = StudyAudit.Run(PlantedTrial.Study);

        Assert.All(PlantedTrial.Plants.Where(plant => audit.Inconsistent.Contains(plant.Id)), plant =>
            Assert.Equal(plant.Check, audit[plant.Id].Findings[0].Check));
        Assert.Equal(
            PlantedTrial.Plants.Select(plant => plant.Id).Order(StringComparer.Ordinal),
            audit.Inconsistent.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Without_the_plants_nothing_is_inconsistent() => Assert.Empty(StudyAudit.Run(PlantedTrial.Honest).Inconsistent);
}
