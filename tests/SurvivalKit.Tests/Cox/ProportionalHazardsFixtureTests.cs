namespace SurvivalKit.Tests;

/// <summary>The test of proportional hazards against R's cox.zph.</summary>
public sealed class ProportionalHazardsFixtureTests
{
    private static readonly RFixture Cox = RFixture.Load("cox");

    public static TheoryData<string> Names => RFixture.Names("cox", theCase => theCase["zph"] is not null);

    [Theory]
    [MemberData(nameof(Names))]
    public void Agrees_with_R(string name) => RProportionalHazards.Compare(Cox, Cox.Cases()[name]);
}
