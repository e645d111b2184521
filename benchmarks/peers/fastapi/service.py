"""A small service of images, as one is often written: its records and bytes are in a dict, and a list is searched for."""

import base64
import hashlib
import uuid
from datetime import datetime, timezone

from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import Response

app = FastAPI()
images = {}


@app.get("/health")
async def health():
    return {"status": "ok"}


@app.post("/images", status_code=201)
async def upload(request: Request):
    if request.headers["content-type"].startswith("application/json"):
        fields = await request.json()
        content = base64.b64decode(fields["image"])
        tags = fields.get("tags", [])
    else:
        fields = await request.form()
        content = await fields["file"].read()
        tags = [tag for tag in fields.get("tags", "").split(",") if tag]
    image_id = str(uuid.uuid4())
    metadata = {
        "image_id": image_id,
        "user_id": fields["user_id"],
        "title": fields.get("title"),
        "tags": tags,
        "content_type": "image/jpeg",
        "size": len(content),
        "sha256": hashlib.sha256(content).hexdigest(),
        "upload_date": datetime.now(timezone.utc).isoformat(),
    }
    images[image_id] = (metadata, content)
    return {"message": "Image uploaded successfully", "image_id": image_id, "metadata": metadata}


@app.get("/images")
async def search(user_id: str = None, tag: str = None, limit: int = 20):
    found = [
        metadata
        for metadata, _ in images.values()
        if (user_id is None or metadata["user_id"] == user_id) and (tag is None or tag in metadata["tags"])
    ]
    found.sort(key=lambda metadata: metadata["upload_date"], reverse=True)
    return {"images": found[:limit], "count": len(found[:limit]), "has_more": len(found) > limit}


@app.get("/images/{image_id}")
async def show(image_id: str, request: Request):
    metadata, _ = find(image_id)
    return {"image_id": image_id, "metadata": metadata, "url": f"{request.url}/content"}


@app.get("/images/{image_id}/content")
async def content(image_id: str):
    metadata, content = find(image_id)
    return Response(content, media_type=metadata["content_type"])


@app.delete("/users/{user_id}/images")
async def erase(user_id: str):
    for image_id in [key for key, (metadata, _) in images.items() if metadata["user_id"] == user_id]:
        del images[image_id]
    return {"done": True}


def find(image_id):
    if image_id not in images:
        raise HTTPException(status_code=404, detail="Image not found")
    return images[image_id]
