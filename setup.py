"""The wheel carries resources/ inside the package, its catalogues compiled."""

import shutil
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithResources(build_py):
    """Copies ``resources`` beside the modules, where ``resource_path`` looks in a wheel."""

    def run(self) -> None:
        """Build the modules, then add the resources."""
        # What an earlier build left, and is no longer in the sources, must not travel.
        shutil.rmtree(Path(self.build_lib, "leghorn_bench"), ignore_errors=True)
        super().run()
        if not self.editable_mode:
            sys.path.insert(0, str(Path(__file__).parent))
            from leghorn_bench.texts.compile import main as compile_catalogues  # noqa: PLC0415

            compile_catalogues()
            shutil.copytree(
                "resources",
                Path(self.build_lib, "leghorn_bench", "_resources"),
                ignore=shutil.ignore_patterns("*.po", "*.pot"),
                dirs_exist_ok=True,
            )


setup(cmdclass={"build_py": BuildWithResources})
