using System.Reflection;

namespace SurvivalKit.Published.Tests;

public class VerdictHomeTests
{
    private static readonly Type[] Types = [.. new[] { typeof(Judgement), typeof(StudyAudit) }.SelectMany(
        type => type.Assembly.GetTypes())];

    [Fact]
    public void Only_a_judgement_says_what_the_verdict_is() => Assert.Equal(
        [typeof(Judgement)],
        Types.Where(type => type.GetProperties(Flags).Any(property => property.PropertyType == typeof(Verdict))
            && type.GetProperty("Sentence", Flags) is not null));

    [Fact]
    public void What_has_a_judgement_repeats_nothing_of_it()
    {
        string[] own = [.. typeof(Judgement).GetProperties().Select(property => property.Name)];
        Type[] holders = [.. Types.Where(type => type.GetProperties(Flags).Any(property => property.PropertyType == typeof(Judgement)))];

        Assert.Contains(typeof(TextFinding), holders);
        Assert.Contains(typeof(AuditedClaim), holders);
        Assert.All(holders, type => Assert.Empty(type.GetProperties().Select(property => property.Name).Intersect(own)));
    }

    private const BindingFlags Flags = BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic;
}
