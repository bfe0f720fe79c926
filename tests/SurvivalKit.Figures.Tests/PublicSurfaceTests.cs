using System.Reflection;

namespace SurvivalKit.Figures.Tests;

public class PublicSurfaceTests
{
    [Fact]
    public void No_public_signature_shows_a_drawing_library()
    {
        BindingFlags own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        Type[] exported = typeof(Figure).Assembly.GetExportedTypes();
        IEnumerable<Type> shown = exported.SelectMany(
            t => t.GetMethods(own).SelectMany(m => m.GetParameters().Select(p => p.ParameterType).Append(m.ReturnType)))
            .Concat(exported.SelectMany(t => t.GetConstructors(own).SelectMany(c => c.GetParameters().Select(p => p.ParameterType))))
            .Concat(exported.Select(t => t.BaseType).OfType<Type>())
            .SelectMany(t => t.GetGenericArguments().Append(t));
        string[] allowed =
        [
            "System.Private.CoreLib", "System.Runtime", "System.Collections.Immutable", "Microsoft.Data.Analysis", "SurvivalKit",
            "SurvivalKit.Figures"
        ];
        Assert.Empty(shown.Select(t => t.Assembly.GetName().Name!).Distinct().Except(allowed));
    }
}
