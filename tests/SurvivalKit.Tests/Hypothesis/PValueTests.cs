namespace SurvivalKit.Tests;

public sealed class PValueTests
{
    [Theory]
    [InlineData(0, "< .001")]
    [InlineData(1e-300, "< .001")]
    [InlineData(0.0005, "< .001")]
    [InlineData(0.000999999, "< .001")]
    [InlineData(0.001, ".001")]
    [InlineData(0.0014, ".001")]
    [InlineData(0.00949, ".009")]
    [InlineData(0.0095, ".01")]
    [InlineData(0.01, ".01")]
    [InlineData(0.0449, ".04")]
    [InlineData(0.0499, ".05")]
    [InlineData(0.05, ".05")]
    [InlineData(0.3799, ".38")]
    [InlineData(0.99, ".99")]
    [InlineData(0.991, "> .99")]
    [InlineData(0.995, "> .99")]
    [InlineData(1, "> .99")]
    [InlineData(double.NaN, "NA")]
    public void Is_written_by_one_rule(double p, string text) => Assert.Equal(text, PValue.Format(p));

    [Theory]
    [InlineData(0, "P < .001")]
    [InlineData(0.38, "P = .38")]
    [InlineData(1, "P > .99")]
    [InlineData(double.NaN, "P = NA")]
    public void Has_its_sign_in_a_sentence(double p, string text) => Assert.Equal(text, PValue.Sentence(p));
}
