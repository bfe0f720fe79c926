using FsCheck;
using FsCheck.Fluent;

namespace SurvivalKit.Tests;

/// <summary>A formula that is printed and read again is the same formula.</summary>
public sealed class FormulaRoundTripTests
{
    private static readonly Gen<string> Atoms = Gen.OneOf(
        Gen.Elements("age", "ph.ecog", ".", "_x", "größe", "`NLR > 3`", "`1st`", "` `", "`.5x`", "`a\"b`", "TRUE", "x1"),
        Gen.Elements("0", "1", "2.5", "1e-20", ".5", "1e300", "123456789012345678", "5.", "0.1"),
        Gen.Elements("\"dead\"", "'a \"b\" c'", "\"it's\"", "''"));

    private static readonly string[] Signs =
        ["+", "-", "*", "/", "^", ":", "%in%", "%%", "==", "!=", "<", ">", "<=", ">=", "&", "&&", "|", "||"];

    [Fact]
    public void Printed_and_read_again_a_formula_is_the_same() => Claim.Holds(
        Expression(5),
        text =>
        {
            FormulaNode once = FormulaParser.ParseExpression(text);
            FormulaNode again = FormulaParser.ParseExpression(once.ToString());

            Assert.Equal(once.ToString(), again.ToString());
            Assert.Equal(Shape(once), Shape(again));
        },
        500);

    [Theory]
    [InlineData("log( age,2 )", "log(age, 2)")]
    [InlineData("age*sex +  a:b/c^2", "age * sex + a:b/c^2")]
    [InlineData("strata(sex,`my group`)", "strata(sex, `my group`)")]
    [InlineData("I((a+b)*2)", "I((a + b) * 2)")]
    [InlineData("I(x/100+1000*y-100000)", "I(x/100 + 1000 * y - 1e+05)")]
    [InlineData("I(x-.00001+0.25-123456)", "I(x - 1e-05 + 0.25 - 123456)")]
    [InlineData("relevel(arm,ref='EP')", "relevel(arm, ref = \"EP\")")]
    public void Printing_is_as_R_deparses(string text, string printed) =>
        Assert.Equal(printed, FormulaParser.ParseExpression(text).ToString());

    private static Gen<string> Expression(int depth) => depth == 0
        ? Atoms
        : Gen.Frequency(
            (2, Atoms),
            (4, from left in Expression(
                depth - 1)
                from sign in Gen.Elements(Signs)
                from right in Expression(depth - 1)
                select $"{left} {sign} {right}"),
            (1, Expression(depth - 1).Select(inner => $"({inner})")),
            (1, from sign in Gen.Elements("-", "+", "!") from inner in Expression(depth - 1) select sign + inner),
            (1, from name in Gen.Elements("log", "I", "factor", "`my f`") from inner in Expression(depth - 1) select $"{name}({inner})"),
            (1, from first in Expression(depth - 1) from second in Expression(depth - 1) select $"strata({first},{second}, `a b` = 1)"));

    // With all brackets, without positions: equal only where the trees are equal.
    private static string Shape(FormulaNode node) => node switch
    {
        FormulaNode.Binary binary => $"[{Shape(binary.Left)} {binary.Sign} {Shape(binary.Right)}]",
        FormulaNode.Unary unary => $"[{unary.Sign} {Shape(unary.Operand)}]",
        FormulaNode.Parenthesis inner => $"({Shape(inner.Inner)})",
        FormulaNode.Call call =>
            $"{call.Function}<{string.Join(";", call.Arguments.Select(argument => argument.Name + "=" + Shape(argument.Value)))}>",
        FormulaNode.Name name => "name:" + name.Value,
        FormulaNode.Text text => "text:" + text.Value,
        FormulaNode.Number number => "number:" + number,
        _ => throw new InvalidOperationException(node.ToString()),
    };
}
