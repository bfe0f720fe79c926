namespace SurvivalKit.Tests;

/// <summary>Residuals against R's residuals.coxph.</summary>
public sealed class ResidualFixtureTests
{
    private static readonly RFixture Cox = RFixture.Load("cox");

    public static TheoryData<string> Names => RFixture.Names("cox", theCase => theCase["residuals"] is not null);

    [Theory]
    [MemberData(nameof(Names))]
    public void Agree_with_R(string name) => RResiduals.Compare(Cox, Cox.Cases()[name]);
}
